/// What stands at the head of a directive, and where what it says goes.
extension Admonitions {
  /// More lines are not moved up to their picture, each of which moves what stands behind it.
  private static let longestCaption = 50

  /// Takes in a line of a figure's caption, which is its first paragraph and stands beside its number; whether it
  /// was one.
  mutating func readCaption(_ line: ArraySlice<UInt8>, _ result: inout [UInt8]) -> Bool {
    guard code == nil, let slot = head.figureSlot else { return false }
    let text = line.trimmedBytes
    if text.isEmpty, head.captionLines == 0 { return false }
    if text.first == UInt8(ascii: "("), text.suffix(2).elementsEqual(")=".utf8) {
      result += quotes
      return true
    }
    // What is no line of a paragraph is no caption either.
    guard let first = text.first, !"#>|+-<:=".utf8.contains(first), !text.starts(with: "* ".utf8),
      head.captionLines < Self.longestCaption
    else {
      putFigureNumber(&result)
      return false
    }
    let before = head.figureNumber
    let written = (before.isEmpty ? [] : [0x20] + before) + [0x20] + text
    result.insert(contentsOf: written, at: slot)
    head.figureSlot = slot + written.count
    head.figureNumber = []
    head.captionLines += 1
    result += quotes
    return true
  }

  /// Puts a figure's number behind its picture where no caption comes that it stands before.
  mutating func putFigureNumber(_ result: inout [UInt8]) {
    if let slot = head.figureSlot, !head.figureNumber.isEmpty {
      result.insert(contentsOf: [0x20] + head.figureNumber, at: slot)
    }
    head.figureSlot = nil
  }

  /// Takes in a line at the head of a directive; whether it was one.
  mutating func readOption(
    _ text: ArraySlice<UInt8>, _ indent: Int, _ result: inout [UInt8]
  ) -> Bool {
    if head.isInYAML || head.mayBeYAML, text.trimmedBytes.elementsEqual("---".utf8) {
      head.isInYAML.toggle()
      if !head.isInYAML { head.takesOptions = false }
      head.mayBeYAML = false
    } else if case .slashes? = open.last?.box, indent >= 4, let colon = text.firstIndex(of: 0x3A) {
      // `type: warning` of a box that is called otherwise.
      if text[..<colon].elementsEqual("type".utf8), let slot = head.kindSlot {
        let kind = String(decoding: text[(colon + 1)...], as: UTF8.self).trimmed.lowercased()
        if !kind.isEmpty, kind.allSatisfy(\.isLetter) {
          result.replaceSubrange(slot, with: Array(kind.utf8))
        }
        head.kindSlot = nil
      }
    } else if !head.isInYAML, !text.isOption {
      return false
    }
    head.mayBeYAML = false
    // Between two lines of `---` options have no colon before their name.
    let words = (head.isInYAML ? ":" : "") + String(decoding: text, as: UTF8.self)
    if head.card?.read(words, &result) == true, let below = head.card?.below, !open.isEmpty {
      open[open.count - 1].below = Array(below.utf8)
    }
    let isTags = words.firstRange(of: "tags:") != nil
    let takesTags = isTags || head.takesTags && text.first == UInt8(ascii: "-")
    head.takesTags = takesTags
    if takesTags, words.contains("hide-input") || words.contains("hide-cell") {
      head.foldsCode = true
    }
    if let cell = head.cell, takesTags,
      words.contains("remove-cell") || words.contains("remove-input")
    {
      // Of the fence only its line is left.
      let start = result[cell...].firstIndex(of: 0x0A) ?? result.count
      result.removeSubrange(cell..<start)
      result.insert(contentsOf: quotes, at: cell)
      head.cell = nil
      head.captionSlot = nil
      head.hidesCode = true
    }
    if let slot = head.alternativeSlot, words.hasPrefix(":alt:") {
      let alternative = words.dropFirst(":alt:".count).filter { !"[]\r".contains($0) }
      let written = Array(String(alternative).trimmed.utf8)
      result.insert(contentsOf: written, at: slot)
      head.alternativeSlot = nil
      head.figureSlot? += written.count
    }
    if let slot = head.captionSlot,
      let option = [":caption:", ":filename:"].first(where: words.hasPrefix)
    {
      let caption = words.dropFirst(option.count).filter { !"\"`{}<>\r".contains($0) }.trimmed
      if !caption.isEmpty {
        let before = Array(" title=\"".utf8)
        result.insert(
          contentsOf: before + head.listingNumber + Array("\(caption)\"".utf8), at: slot)
        if head.listingNumber.isEmpty { head.listingSlot = slot + before.count }
      }
      head.captionSlot = nil
    }
    result += quotes
    // The number of what has a name is known when all of the note is.
    for option in [":label:", ":name:"] where words.hasPrefix(option) {
      let name = words.dropFirst(option.count).filter { !"{}\\$\r*`".contains($0) }.trimmed
      if name.isEmpty { continue }
      if head.isMaths { result += Array("\\tag{@\(name)}".utf8) }
      if head.isFigure {
        head.figureNumber = Self.figure(name)
      }
      if head.holdsFigures, !open.isEmpty { open[open.count - 1].number = Self.figure(name) }
      if let slot = head.kindEnd {
        // Of one without a title its kind is the title.
        let kind = head.untitledKind.map { " \($0)" } ?? ""
        result.insert(contentsOf: Array("\(kind) {@\(name)}".utf8), at: slot)
        (head.kindEnd, head.titleSlot) = (nil, nil)
      }
      putNumber(named: name, &result)
    }
    if let slot = head.foldSlot, words.hasPrefix(":class:"),
      words.dropFirst(":class:".count).split(whereSeparator: { " ,\r".contains($0) })
        .contains("dropdown")
    {
      // Its text is there for whoever unfolds it.
      result.insert(UInt8(ascii: "-"), at: slot)
      head.titleSlot? += 1
      head.kindEnd? += 1
      head.foldSlot = nil
    }
    // What a table's options say of its head stays for whoever reads it.
    if head.isTable, [":header", ":name:", ":label:"].contains(where: words.hasPrefix) {
      result += words.utf8
    }
    return true
  }

  /// Puts the number of a table before what it is called, and that of code where its name stands or will.
  private mutating func putNumber(named name: String, _ result: inout [UInt8]) {
    if let slot = head.tableSlot {
      let number = NumberSign.written("Table", name)
      result.insert(
        contentsOf: (head.isTitledTable ? "**\(number):** " : "**\(number)**").utf8, at: slot)
      head.tableSlot = nil
    }
    let listing = Array((NumberSign.written("Listing", name) + ": ").utf8)
    if let slot = head.listingSlot {
      result.insert(contentsOf: listing, at: slot)
      head.listingSlot = nil
    } else if head.captionSlot != nil {
      head.listingNumber = listing
    }
  }

  /// `**Figure {@name}:**`.
  static func figure(_ name: String) -> [UInt8] {
    Array("**\(NumberSign.written("Figure", name)):**".utf8)
  }

  /// Takes in what a directive is that was begun last: where its options put what they say.
  mutating func readName(
    _ name: String?, _ argument: String, _ heading: [UInt8], _ result: inout [UInt8]
  ) {
    guard let name else { return }
    let title = argument.trimmed
    switch name {
    case "table":
      head.tableSlot = result.count - heading.count
      head.isTitledTable = !heading.isEmpty
    case "figure" where title.isEmpty: head.holdsFigures = true
    case "figure-md" where !title.isEmpty: open[open.count - 1].number = Self.figure(title)
    case "card", "grid-item-card": head.card = CardHead(heading, endingAt: result.count)
    case "math": head.isMaths = true
    case "list-table", "csv-table": head.isTable = true
    case _ where AdmonitionOpening.codes.contains(name): head.captionSlot = result.count
    default:
      guard name == "exercise" || name.hasPrefix("prf:"), name != "prf:proof",
        heading.first == UInt8(ascii: "["), let close = heading.firstIndex(of: UInt8(ascii: "]"))
      else { return }
      let kind = name == "exercise" ? "Exercise" : PlaceNames.proofWord(name) ?? ""
      let start = result.count - heading.count
      let isTitled = heading.count > close + 1
      head.kindEnd = isTitled ? start + close + 2 + kind.utf8.count : result.count
      head.untitledKind = isTitled ? nil : kind
    }
  }
}
