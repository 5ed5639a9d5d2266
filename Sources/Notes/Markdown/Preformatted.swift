extension Block {
  /// `<pre>…</pre>` as the code that it is; nil for other HTML.
  static func preformatted(_ html: String) -> Kind? {
    let text = html.trimmed
    guard let open = HTMLTag(in: Array(text.utf8), at: 0), open.name == "pre", !open.isClosing,
      text.hasSuffix("</pre>")
    else { return nil }
    let bytes = Array(text.utf8)
    let content = open.end..<bytes.count - "</pre>".utf8.count
    var info = ""
    var code: [UInt8] = []
    var at = content.lowerBound
    while at < content.upperBound {
      if bytes[at] == UInt8(ascii: "<"), let tag = HTMLTag(in: bytes, at: at), tag.isKnown {
        // A second one, or what shows something by itself.
        if ["pre", "img", "table"].contains(tag.name) { return nil }
        if tag.name == "code", !tag.isClosing { info = language(bytes[at..<tag.end]) }
        if tag.name == "br" { code.append(0x0A) }
        at = tag.end
      } else {
        code.append(bytes[at])
        at += 1
      }
    }
    if code.first == 0x0A { code.removeFirst() }
    if code.last == 0x0A { code.removeLast() }
    return .code(info: info, text: Entities.decodingAll(String(decoding: code, as: UTF8.self)))
  }

  /// `python` of `<code class="language-python">`.
  private static func language(_ tag: ArraySlice<UInt8>) -> String {
    let classes = HTMLTag.value(of: "class", in: String(decoding: tag, as: UTF8.self)) ?? ""
    let name = classes.split(separator: " ").first { $0.hasPrefix("language-") }
    return name.map { String($0.dropFirst("language-".count)) } ?? ""
  }
}
