/** Disjoint sets of names. */
export class Groups {
  private readonly parents = new Map<string, string>();

  find(name: string): string {
    const parent = this.parents.get(name) ?? name;
    if (parent === name) return name;
    const root = this.find(parent);
    this.parents.set(name, root);
    return root;
  }

  join(one: string, other: string): void {
    this.parents.set(this.find(other), this.find(one));
  }
}
