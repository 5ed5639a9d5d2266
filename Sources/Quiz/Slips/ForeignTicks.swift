import Notes

/// Items of a list whose marks are none here, so that the key would stand in sight: letters before boxes, boxes in
/// bold, and ticks in front of an option or behind it, as in `- a) [x] b`, `1. **[x]** b`, `1. b [x]`, `- ✅ b`.
enum ForeignTicks {
  private static let yes = Set("\u{2705}\u{2714}\u{2713}\u{2611}\u{1F7E2}".unicodeScalars)
  private static let no = Set("\u{274C}\u{2717}\u{2718}\u{2612}\u{2610}\u{2B1C}".unicodeScalars)
  private static let rightWords =
    bracketed(["correct", "correct answer", "right answer", "right", "yes", "answer"])
    + ["(x)", "[key]", "{key}", "<key>", "[ans]", "[ok]"]
  private static let wrongWords = bracketed(["incorrect", "wrong", "wrong answer", "no"])

  private static func bracketed(_ words: [String]) -> [String] {
    words.flatMap { ["(\($0))", "[\($0)]", "{\($0)}", "<\($0)>"] }
  }

  /// What Markdown puts around a text.
  private static let wrapping = Set("*_`\\")

  /// Items of a list that is shown as it stands, or is put in order, and has marks on some of its items.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard section.blanks.isEmpty, section.answers?.list?.isTasks != true,
      section.answers?.list.map(Pair.isList) != true
    else { return [] }
    return (section.prompt + [section.answers].compactMap(\.self)).flatMap { block in
      block.list.map { find(in: $0, source) } ?? []
    }
  }

  private static func find(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard let items = source.lines(of: list), items.count > 1 else { return [] }
    let ticks = items.map { tick($0.item.text) }
    let count = ticks.count { $0?.isTicked == true }
    guard count > 0, count < items.count else { return [] }
    return zip(items, ticks).map { place, tick in
      let sign = count == 1 || !place.item.isNumbered ? place.item.marker.trimmed : "-"
      return Diagnostic(
        line: place.number, column: place.item.column,
        tick == nil
          ? "an option has no box, and others are marked"
          : "this mark ticks nothing, and would be shown",
        remedy:
          "write \(sign) \(box(tick?.isTicked == true)) \(tick?.label ?? String(place.item.text).trimmed)"
      )
    }
  }

  static func box(_ isTicked: Bool) -> String { isTicked ? "[x]" : "[ ]" }

  /// Options as they are to be written: numbered where one is right, else with bullets.
  static func options(_ all: [(isTicked: Bool, label: String)]) -> [String] {
    let sign = all.count { $0.isTicked } == 1 ? "1." : "-"
    return all.map { "\(sign) \(box($0.isTicked)) \($0.label)" }
  }

  // MARK: Reading

  /// An option as it is meant.
  struct Tick: Equatable {
    let isTicked: Bool
    let label: String
    /// Whether the mark stands before the label.
    var isInFront = true
  }

  /// What the text of an item is meant for; nil where it has no such mark.
  static func tick(_ text: Substring) -> Tick? {
    if let option = lettered(text) ?? glyph(text) { return option }
    // `**[x]** b`.
    let start = text.drop(while: wrapping.contains)
    if start.startIndex > text.startIndex, let (isTicked, rest) = boxed(start) {
      return Tick(isTicked: isTicked, label: String(rest.drop(while: wrapping.contains)).trimmed)
    }
    return behind(String(text).trimmed)
  }

  /// `a) [x] b`, `(a) [ ] b`, `ii. [x] b`, and `☑ b`.
  private static func lettered(_ text: Substring) -> Tick? {
    if let first = text.unicodeScalars.first, first.value >= 0x2610, first.value <= 0x2612 {
      return glyph(text)
    }
    guard let marker = LineMarker(text) else { return nil }
    return box(marker.rest[...])
  }

  /// `[x] b`, and `(x) b`, as other tools have it.
  static func box(_ text: Substring) -> Tick? {
    let rounds = [("( )", false), ("(x)", true), ("(X)", true)]
    let round = rounds.first { text.hasPrefix($0.0) }.map { ($0.1, text.dropFirst(3)) }
    return (boxed(text) ?? round).flatMap { isTicked, label in
      label.first == " " ? Tick(isTicked: isTicked, label: String(label).trimmed) : nil
    }
  }

  /// A sign of a tick in front.
  private static func glyph(_ text: Substring) -> Tick? {
    guard let first = text.first, let isTicked = isTick(first) else { return nil }
    let label = String(text.dropFirst()).trimmed
    return label.isEmpty ? nil : Tick(isTicked: isTicked, label: label)
  }

  private static func isTick(_ character: Character) -> Bool? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    return yes.contains(scalar) ? true : no.contains(scalar) ? false : nil
  }

  /// A box and what stands behind it.
  private static func boxed(_ text: Substring) -> (Bool, Substring)? {
    for (sign, isTicked) in [
      ("[x]", true), ("[X]", true), ("[ ]", false), ("[x\\]", true), ("[X\\]", true),
      ("[ \\]", false),
    ] where text.hasPrefix(sign) {
      return (isTicked, text.dropFirst(sign.count))
    }
    return nil
  }

  /// A mark behind: `b [x]`, `b ✅`, `b (correct)`.
  private static func behind(_ text: String) -> Tick? {
    var end = text[...]
    while let last = end.last, wrapping.contains(last) { end.removeLast() }
    guard let last = end.last else { return nil }
    if let isTicked = isTick(last) { return option(end.dropLast(), isTicked) }
    // All of the words end so, and hardly a line does.
    guard ")]}>".contains(last) else { return nil }
    let lower = end.lowercased()
    for (signs, isTicked) in [(["[x]"] + rightWords, true), (["[ ]"] + wrongWords, false)] {
      for sign in signs where lower.hasSuffix(" \(sign)") || lower.hasSuffix("*\(sign)") {
        return option(end.dropLast(sign.count), isTicked)
      }
    }
    return nil
  }

  /// An option of the text before a mark, without what was put around that.
  private static func option(_ text: Substring, _ isTicked: Bool) -> Tick? {
    var label = text
    while let last = label.last, wrapping.contains(last) { label.removeLast() }
    let trimmed = String(label).trimmed
    return trimmed.isEmpty ? nil : Tick(isTicked: isTicked, label: trimmed, isInFront: false)
  }
}
