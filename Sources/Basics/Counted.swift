/// `1 line`, `2 lines`, `0 queries`: a count and its noun, which is given in the singular; where
/// more than the noun changes, `many` says it all.
package func counted(_ count: Int, _ noun: String, _ many: String? = nil) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(many ?? plural(of: noun))"
}

private func plural(of noun: String) -> String {
  for ending in ["ch", "sh", "s", "x"] where noun.hasSuffix(ending) { return noun + "es" }
  guard noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) else {
    return noun + "s"
  }
  return noun.dropLast() + "ies"
}
