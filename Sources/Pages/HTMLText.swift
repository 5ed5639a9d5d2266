import Notes

/// The text of raw HTML: comments, scripts and tags left out; what HTML has no tag for is text.
package enum HTMLText {
  /// The text that is shown.
  package static func visible(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        text.append(bytes[at])
        at += 1
        continue
      }
      let rest = bytes[at...]
      if rest.starts(with: "<!--".utf8) {
        at = end(of: "-->", in: bytes, from: at + 4)
      } else if rest.starts(with: "<script".utf8) {
        at = end(of: "</script>", in: bytes, from: at)
      } else if rest.starts(with: "<style".utf8) {
        at = end(of: "</style>", in: bytes, from: at)
      } else if let end = endOfTag(bytes, at) {
        if let image = HTMLImage(String(decoding: bytes[at..<end], as: UTF8.self)) {
          let shown = image.alternative.isEmpty ? image.source : image.alternative
          text += "[image: \(shown)]".utf8
        }
        at = end
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return Entities.decodingAll(String(decoding: text, as: UTF8.self))
      .split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// The place after a tag that HTML has, be it well formed or not; nil where none begins.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      let limit = min(bytes.count, start + 4000)
      if let tag = HTMLTag(in: buffer, at: start, before: limit) {
        return tag.isKnown ? tag.end : nil
      }
      return HTMLTag.hasKnownName(in: buffer, at: start)
        ? end(of: ">", in: bytes, from: start) : nil
    }
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var at = start
    while at + mark.count <= bytes.count {
      if bytes[at] == mark[0], bytes[at..<at + mark.count].elementsEqual(mark) {
        return at + mark.count
      }
      at += 1
    }
    return bytes.count
  }
}
