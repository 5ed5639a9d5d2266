import Libc

/// Writes Markdown of any size: always the same bytes for the same size, never the same section
/// twice, its ends marked by headings of their own.
enum SampleDocument {
  static let start = "BENCHDOC START"
  static let end = "BENCHDOC END"

  /// Writes a document of at most that many bytes; only whole sections are written.
  static func write(_ path: String, bytes: Int) throws(BenchFailure) {
    guard let file = fopen(path, "w") else { throw .file(path, String(cString: strerror(errno))) }
    make(bytes: bytes) { fputs($0, file) }
    guard fclose(file) == 0 else { throw .file(path, String(cString: strerror(errno))) }
  }

  /// The same document in memory.
  static func contents(bytes: Int) -> [UInt8] {
    var contents: [UInt8] = []
    make(bytes: bytes) { contents += $0.utf8 }
    return contents
  }

  private static func make(bytes: Int, _ add: (String) -> Void) {
    var prose = Prose(seed: 1)
    let tail = "## \(end)\n\n\(prose.paragraph(2))"
    var text = "# \(start)\n\n\(prose.paragraph(2))\(prose.paragraph(3))"
    var left = bytes - tail.utf8.count
    var number = 0
    while text.utf8.count <= left {
      add(text)
      left -= text.utf8.count
      number += 1
      text = section(number, &prose)
    }
    add(tail)
  }

  /// Writes a folder of short notes, one file each; the first is headed by the usual beginning.
  static func writeFolder(_ path: String, count: Int) throws(BenchFailure) {
    guard mkdir(path, 0o700) == 0 else { throw .file(path, String(cString: strerror(errno))) }
    for number in 0..<count {
      var prose = Prose(seed: UInt32(number))
      let digits = String(number)
      let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".md"
      guard let file = fopen(path + "/" + name, "w") else {
        throw .file(path + "/" + name, String(cString: strerror(errno)))
      }
      let title = number == 0 ? start : "Note \(number): \(prose.words(3))"
      fputs("# \(title)\n\n\(prose.paragraph(3))", file)
      for part in 1...3 { fputs(section(8 * part + number, &prose), file) }
      fclose(file)
    }
  }

  /// The first sections are parts of the introduction, so that there are pages to turn in the
  /// first lesson of a reader that shows one at a time.
  private static func section(_ number: Int, _ prose: inout Prose) -> String {
    let level = number > 24 && number % 3 == 1 ? "##" : "###"
    return "\(level) Section \(number): \(prose.words(3))\n\n" + body(number, &prose)
  }

  private static func body(_ number: Int, _ prose: inout Prose) -> String {
    switch number % 8 {
    case 0: prose.paragraph(4) + prose.paragraph(6) + prose.paragraph(3)
    case 1: list(&prose)
    case 2: (0..<8).map { "- [\($0 % 3 == 0 ? "x" : " ")] \(prose.words(7))\n" }.joined() + "\n"
    case 3: table(&prose)
    case 4: code(number, &prose)
    case 5:
      "> \(prose.sentence())\n> \(prose.sentence())\n>\n> > \(prose.sentence())\n\n"
        + prose.paragraph(4)
    case 6: links(number, &prose)
    default: maths(number, &prose)
    }
  }

  private static func list(_ prose: inout Prose) -> String {
    var text = ""
    for item in 1...6 {
      text += "\(item). **\(prose.words(2))**: \(prose.sentence())\n"
      if item % 2 == 0 {
        text += "   - \(prose.sentence())\n     - \(prose.words(6))\n     - \(prose.words(5))\n"
      }
    }
    return text + "\n" + prose.paragraph(2)
  }

  private static func table(_ prose: inout Prose) -> String {
    var text = "| name | count | meaning |\n|:-----|------:|:-------:|\n"
    for _ in 0..<10 {
      text += "| `\(prose.words(1))` | \(prose.number(below: 1000)) | \(prose.words(4)) |\n"
    }
    return text + "\n"
  }

  private static func code(_ number: Int, _ prose: inout Prose) -> String {
    var text = prose.paragraph(2) + "```python\ndef section_\(number)(q, k, v):\n"
    for line in 0..<12 {
      let values = "[\(prose.number(below: 100)), \(prose.number(below: 100))]"
      text += "    \(prose.words(1))_\(line) = \(values)  # \(prose.words(4))\n"
    }
    return text + "    return q @ k.T\n```\n\n"
  }

  private static func links(_ number: Int, _ prose: inout Prose) -> String {
    """
    See [\(prose.words(2))](https://example.org/\(number)), [\(prose.words(2))][r\(number)] and \
    <https://example.org/a/\(number)>. \(prose.sentence())

    ![\(prose.words(2))](image/\(number).png)

    [r\(number)]: https://example.org/r/\(number) "\(prose.words(3))"


    """ + prose.paragraph(4)
  }

  private static func maths(_ number: Int, _ prose: inout Prose) -> String {
    """
    The score is $s_{\(number)} = q \\cdot k / \\sqrt{d_k}$, *\(prose.words(2))*, \
    ~~\(prose.words(1))~~, `\(prose.words(2))`.

    $$
    \\mathrm{softmax}(x)_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}
    $$

    注意 attention は重要 — café naïve u₁·v₁ → ∑ᵢ. \(prose.sentence())


    """ + prose.paragraph(3)
  }
}
