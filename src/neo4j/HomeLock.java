import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process a home. The system's own file lock ends with its process, so it is never stale; the file says who holds it: "PARENT JVM". */
final class HomeLock {
    private static final long BEYOND_THE_TEXT = Long.MAX_VALUE - 1; // Windows forbids others to read what is locked
    private static final int PATIENCE_SECONDS = 30;

    private static FileChannel channel; // the lock goes when it is closed, which the garbage collector does to what nobody holds

    /** Takes the lock for the life of this JVM; else tells the process that has it. */
    static Optional<Long> take(Path file) throws IOException, InterruptedException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int tries = 0; channel.tryLock(BEYOND_THE_TEXT, 1, false) == null; tries++) {
            var holder = holderOf(file);
            if (holder.parentLives || tries == PATIENCE_SECONDS * 10) return Optional.of(holder.pid);
            Thread.sleep(100); // its parent is dead, so it is on its way out
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((parent() + " " + ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return Optional.empty();
    }

    private record Holder(long pid, boolean parentLives) {}

    private static Holder holderOf(Path file) throws IOException {
        var text = Files.readString(file);
        if (text.isEmpty()) return new Holder(0, false); // it has just taken the lock
        var pids = text.split(" ");
        var parent = Long.parseLong(pids[0]);
        var lives = ProcessHandle.of(parent).isPresent();
        return new Holder(lives ? parent : Long.parseLong(pids[1]), lives);
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
