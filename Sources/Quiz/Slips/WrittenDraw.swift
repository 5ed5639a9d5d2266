import Notes

/// A draw as the comment has it, `d=int(2,4)`, in its parts.
struct WrittenDraw {
  /// Up to its bracket, which is part of it.
  private let head: Substring
  /// What stands between its commas.
  let parts: [String]

  /// That of a parameter; nil where it is not written so.
  init?(of name: String, in comment: String) {
    let written = ParameterSlips.setting(name, in: comment)
    guard let open = written.firstIndex(of: "("), written.last == ")" else { return nil }
    head = written[...open]
    parts = written[open...].dropFirst().dropLast().split(separator: ",").map { $0.trimmed }
  }

  /// The same draw with other parts.
  func with(_ parts: some Sequence<String>) -> String {
    "\(head)\(parts.joined(separator: ",")))"
  }
}
