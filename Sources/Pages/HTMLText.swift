/// The text of raw HTML: comments, scripts and tags left out.
enum HTMLText {
  static func visible(_ html: String) -> String {
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
      } else {
        at = end(of: ">", in: bytes, from: at)
      }
    }
    return String(decoding: text, as: UTF8.self)
      .split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      .joined(separator: "\n")
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
