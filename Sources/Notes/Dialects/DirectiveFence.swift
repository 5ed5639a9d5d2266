/// The beginning of a fence: its sign, how many of it, and what stands behind them.
struct DirectiveFence {
  struct Directive {
    let name: ArraySlice<UInt8>
    /// What stands behind the name in its braces.
    let attributes: ArraySlice<UInt8>
    let rest: ArraySlice<UInt8>
  }

  let sign: UInt8
  let count: Int
  let info: ArraySlice<UInt8>

  init?(_ text: ArraySlice<UInt8>) {
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    self.sign = sign
    count = text.prefix { $0 == sign }.count
    var info = text.dropFirst(count).drop { $0 == 0x20 }
    while let last = info.last, last <= 0x20 { info.removeLast() }
    self.info = info
    if count < 3 || sign == UInt8(ascii: "`") && info.contains(sign) { return nil }
  }

  /// `[!kind] Title` of mdbook-admonish's `admonish kind title="Title" collapsible=true`.
  var admonish: [UInt8]? {
    let words = String(decoding: info, as: UTF8.self)
    guard words.hasPrefix("admonish") else { return nil }
    let rest = words.dropFirst("admonish".count)
    guard rest.first ?? " " == " " else { return nil }
    let kind = rest.drop { $0 == " " }.prefix { $0.isLetter }
    let named = rest.dropFirst(kind.count + 1).first == "=" ? "" : kind
    let title = HTMLTag.value(of: "title", in: "<x \(rest)>") ?? ""
    let fold = rest.contains("collapsible=true") ? "-" : ""
    return Array(
      ("[!\(named.isEmpty ? "note" : named.lowercased())]\(fold)"
        + (title.isEmpty ? "" : " \(title)")).utf8)
  }

  /// `{name} rest`.
  var directive: Directive? {
    guard info.first == UInt8(ascii: "{"), let close = info.firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let name = info[info.startIndex + 1..<close].prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") }
    return name.isEmpty
      ? nil
      : Directive(
        name: name, attributes: info[name.endIndex..<close], rest: info[(close + 1)...])
  }
}
