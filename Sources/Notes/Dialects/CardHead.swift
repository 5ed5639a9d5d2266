/// The head of a card, which its options fill: what stands above its title, and where all of it leads.
struct CardHead {
  /// Where it stands in the text, as it was written last.
  private var place: Range<Int>
  private let title: String
  private var above = ""
  private var link = ""
  private var linkKind = ""
  /// What stands below its text.
  private(set) var below = ""

  init(_ heading: [UInt8], endingAt end: Int) {
    place = end - heading.count..<end
    title = String(decoding: heading.filter { $0 != UInt8(ascii: "*") }, as: UTF8.self).trimmed
  }

  /// Takes in an option, `:header: Words`, and writes the head anew; whether it was one of a card's.
  mutating func read(_ option: String, _ text: inout [UInt8]) -> Bool {
    let parts = option.dropFirst().split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return false }
    let value = parts[1].trimmed
    switch parts[0] {
    case "header": above = value
    case "footer": below = value
    case "link", "url": link = value.filter { !"<>".contains($0) }
    case "link-type": linkKind = ["doc", "ref", "any"].contains(value) ? value : ""
    default: return false
    }
    let written = Array(shown.utf8)
    text.replaceSubrange(place, with: written)
    place = place.lowerBound..<place.lowerBound + written.count
    return true
  }

  private var shown: String {
    let address = (linkKind.isEmpty ? "" : linkKind == "doc" ? "doc:" : "ref:") + link
    // A card without a title leads there by its head.
    let inside = title.isEmpty ? above : title
    let linked = inside.isEmpty ? link.isEmpty ? "" : "<\(link)>" : "[\(inside)](<\(address)>)"
    let named = link.isEmpty ? inside : linked
    if title.isEmpty { return named.isEmpty ? "" : named + "  " }
    return (above.isEmpty ? "" : "\(above)<br>") + "**\(named)**  "
  }
}
