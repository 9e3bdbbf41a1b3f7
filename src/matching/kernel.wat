;; Scores things by the factors they express; postings.ts says how they lie in the memory, tests/support/plainScoring.ts does the same in plain JavaScript.
(module
  (import "matching" "memory" (memory 1))

  ;; Adds weight × by to the sum of each of `count` things: their places are 2 bytes each, their weights 1, the sums 4.
  (func (export "add") (param $places i32) (param $weights i32) (param $count i32) (param $by i32) (param $sums i32)
    (local $end i32) (local $sum i32)
    (if (i32.eqz (local.get $count)) (then (return)))
    (local.set $end (i32.add (local.get $weights) (local.get $count)))
    (loop $each
      (local.set $sum (i32.add (local.get $sums) (i32.shl (i32.load16_u (local.get $places)) (i32.const 2))))
      (i32.store (local.get $sum)
        (i32.add (i32.load (local.get $sum)) (i32.mul (i32.load8_u (local.get $weights)) (local.get $by))))
      (local.set $places (i32.add (local.get $places) (i32.const 2)))
      (local.set $weights (i32.add (local.get $weights) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $weights) (local.get $end)))))

  ;; Moves the sums above 0 of `count` things (a multiple of 16), the first of which is `thing`, into the table of the best at most `most`: pairs of sum and
  ;; thing, the highest first, of equal ones the first. `found` are in it; returns how many are then. All sums are 0 afterwards.
  (func (export "best")
    (param $sums i32) (param $count i32) (param $thing i32) (param $table i32) (param $found i32) (param $most i32) (result i32)
    (local $end i32) (local $least i32) (local $lane i32) (local $sum i32) (local $leasts v128)
    (local.set $end (i32.add (local.get $sums) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $least (call $least (local.get $table) (local.get $found) (local.get $most)))
    (local.set $leasts (i32x4.splat (local.get $least)))
    (loop $sixteen
      (if (v128.any_true
          (v128.or
            (v128.or
              (i32x4.gt_s (v128.load (local.get $sums)) (local.get $leasts))
              (i32x4.gt_s (v128.load offset=16 (local.get $sums)) (local.get $leasts)))
            (v128.or
              (i32x4.gt_s (v128.load offset=32 (local.get $sums)) (local.get $leasts))
              (i32x4.gt_s (v128.load offset=48 (local.get $sums)) (local.get $leasts))))) (then
        (local.set $lane (i32.const 0))
        (loop $each
          (local.set $sum (i32.load (i32.add (local.get $sums) (i32.shl (local.get $lane) (i32.const 2)))))
          (if (i32.gt_s (local.get $sum) (local.get $least)) (then
            (local.set $found
              (call $put
                (local.get $sum) (i32.add (local.get $thing) (local.get $lane)) (local.get $table) (local.get $found) (local.get $most)))
            (local.set $least (call $least (local.get $table) (local.get $found) (local.get $most)))
            (local.set $leasts (i32x4.splat (local.get $least)))))
          (local.set $lane (i32.add (local.get $lane) (i32.const 1)))
          (br_if $each (i32.lt_u (local.get $lane) (i32.const 16))))))
      (v128.store (local.get $sums) (v128.const i64x2 0 0))
      (v128.store offset=16 (local.get $sums) (v128.const i64x2 0 0))
      (v128.store offset=32 (local.get $sums) (v128.const i64x2 0 0))
      (v128.store offset=48 (local.get $sums) (v128.const i64x2 0 0))
      (local.set $thing (i32.add (local.get $thing) (i32.const 16)))
      (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
      (br_if $sixteen (i32.lt_u (local.get $sums) (local.get $end))))
    (local.get $found))

  ;; Puts a thing into the table, where it belongs; returns how many are in it then.
  (func $put (param $sum i32) (param $thing i32) (param $table i32) (param $found i32) (param $most i32) (result i32)
    (local $at i32)
    ;; The last makes room where the table is full; whatever is less moves down.
    (if (i32.lt_u (local.get $found) (local.get $most)) (then (local.set $found (i32.add (local.get $found) (i32.const 1)))))
    (local.set $at (i32.add (local.get $table) (i32.shl (i32.sub (local.get $found) (i32.const 1)) (i32.const 3))))
    (block $placed
      (loop $down
        (br_if $placed (i32.eq (local.get $at) (local.get $table)))
        (br_if $placed (i32.ge_s (i32.load (i32.sub (local.get $at) (i32.const 8))) (local.get $sum)))
        (i64.store (local.get $at) (i64.load (i32.sub (local.get $at) (i32.const 8))))
        (local.set $at (i32.sub (local.get $at) (i32.const 8)))
        (br $down)))
    (i32.store (local.get $at) (local.get $sum))
    (i32.store offset=4 (local.get $at) (local.get $thing))
    (local.get $found))

  ;; What has to be exceeded to come into the table.
  (func $least (param $table i32) (param $found i32) (param $most i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $found) (local.get $most))
      (then (i32.const 0))
      (else (i32.load (i32.add (local.get $table) (i32.shl (i32.sub (local.get $most) (i32.const 1)) (i32.const 3))))))))
