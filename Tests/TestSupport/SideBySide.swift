import TextUI

/// Two texts next to each other, the rows that differ marked: what a failing test shows.
package struct SideBySide {
  package let text: String

  package init(_ recorded: String, _ now: String) {
    let left = Self.lines(recorded)
    let right = Self.lines(now)
    let width = max(8, left.map(\.displayWidth).max() ?? 0)
    func row(_ mark: String, _ left: String, _ right: String) -> String {
      let blanks = String(repeating: " ", count: width - left.displayWidth)
      return "\(mark) \(left)\(blanks) │ \(right)"
    }
    var rows = [row(" ", "recorded", "now"), row(" ", "", "")]
    for index in 0..<max(left.count, right.count) {
      let pair = (
        index < left.count ? left[index] : "", index < right.count ? right[index] : ""
      )
      let isSame = pair.0 == pair.1 && (index < left.count) == (index < right.count)
      rows.append(row(isSame ? " " : "≠", pair.0, pair.1))
    }
    text = rows.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
