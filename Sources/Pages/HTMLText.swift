import Notes

/// The text of raw HTML: comments, scripts and tags left out; what HTML has no tag for is text.
package enum HTMLText {
  /// The text that is shown, in lines as blocks, rows and items part them.
  package static func visible(_ html: String) -> String {
    var reader = Reader(bytes: Array(html.utf8))
    reader.read()
    return Entities.decodingAll(String(decoding: reader.text, as: UTF8.self))
      .split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private struct Reader {
    let bytes: [UInt8]
    var text: [UInt8] = []
    private var at = 0
    private var openBrackets = 0
    /// Lists that are open, with the next number of those that have numbers.
    private var lists: [Int?] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
      while at < bytes.count {
        guard bytes[at] == UInt8(ascii: "<") else {
          text.append(bytes[at])
          at += 1
          continue
        }
        let rest = bytes[at...]
        if rest.starts(with: "<!--".utf8) {
          pass(to: "-->", from: at + 4)
        } else if rest.starts(with: "<script".utf8) {
          pass(to: "</script>", from: at)
        } else if rest.starts(with: "<style".utf8) {
          pass(to: "</style>", from: at)
        } else if let tag = HTMLTag(in: bytes, at: at) {
          if tag.isKnown {
            add(tag)
            at = tag.end
          } else {
            text.append(bytes[at])
            at += 1
          }
        } else if hasKnownName {
          pass(to: ">", from: at)
        } else {
          text.append(bytes[at])
          at += 1
        }
      }
    }

    private var hasKnownName: Bool {
      bytes.withUnsafeBufferPointer { HTMLTag.hasKnownName(in: $0, at: at) }
    }

    private mutating func add(_ tag: HTMLTag) {
      if tag.name == "ol" || tag.name == "ul" {
        if tag.isClosing { _ = lists.popLast() } else { lists.append(tag.name == "ol" ? 1 : nil) }
      }
      let isAtStart = text.last { $0 != 0x20 }.map { $0 == 0x0A } ?? true
      switch tag.sign {
      case .newLine: text.append(0x0A)
      case .item: text += "\n\(nextMark()) ".utf8
      case .cell: if !isAtStart { text += " | ".utf8 }
      case .script(let sign): addScript(sign, tag)
      case .text(let sign): text += sign.utf8
      case .nothing:
        guard let image = HTMLImage(tag, String(decoding: bytes[at..<tag.end], as: UTF8.self))
        else { return }
        text += "[image: \(image.alternative.isEmpty ? image.source : image.alternative)]".utf8
      }
    }

    /// What stands before an item: its number, where its list has numbers.
    private mutating func nextMark() -> String {
      guard let number = lists.last ?? nil else { return "•" }
      lists[lists.count - 1] = number + 1
      return "\(number)."
    }

    /// A power of one word needs no brackets.
    private mutating func addScript(_ sign: String, _ tag: HTMLTag) {
      if tag.isClosing {
        if openBrackets > 0 { text.append(UInt8(ascii: ")")) }
        openBrackets = max(0, openBrackets - 1)
        return
      }
      text += sign.utf8
      let word = bytes[tag.end...].prefix(13).prefix { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
      }
      if word.isEmpty || !bytes[word.endIndex...].starts(with: "</\(tag.name)>".utf8) {
        openBrackets += 1
        text.append(UInt8(ascii: "("))
      }
    }

    private mutating func pass(to mark: String, from start: Int) {
      let mark = Array(mark.utf8)
      at = start
      while at + mark.count <= bytes.count {
        if bytes[at] == mark[0], bytes[at..<at + mark.count].elementsEqual(mark) {
          at += mark.count
          return
        }
        at += 1
      }
      at = bytes.count
    }
  }
}
