/// Environments of TeX that are maths wherever they stand.
enum MathsEnvironment {
  private static let names: Set<String> = [
    "align", "alignat", "aligned", "alignedat", "array", "bmatrix", "Bmatrix", "cases", "dcases",
    "displaymath", "eqnarray", "equation", "flalign", "gather", "gathered", "math", "matrix",
    "multline", "pmatrix", "rcases", "smallmatrix", "split", "subequations", "vmatrix", "Vmatrix",
  ]

  /// The command that ends the environment which `\begin{…}` opens at `start`.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> [UInt8]? {
    let begin = Array("\\begin{".utf8)
    guard bytes[start...].starts(with: begin) else { return nil }
    let from = start + begin.count
    let name = bytes[from..<min(bytes.count, from + 20)].prefix { $0 != UInt8(ascii: "}") }
    let bare = name.last == UInt8(ascii: "*") ? name.dropLast() : name
    guard from + name.count < bytes.count, bytes[from + name.count] == UInt8(ascii: "}"),
      names.contains(String(decoding: bare, as: UTF8.self))
    else { return nil }
    return Array("\\end{".utf8) + name + [UInt8(ascii: "}")]
  }
}
