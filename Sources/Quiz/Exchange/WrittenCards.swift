import Notes

/// Cards on their way into a file: those of attend's own under the chapters and lessons that they stood in, all
/// others in a chapter of the file, a lesson for each of their decks.
struct WrittenCards {
  private var homes: [(home: OwnCard.Home, text: String)] = []
  private var places: [OwnCard.Home: Int] = [:]

  /// Takes in a card, behind those of its lesson; a chapter without a name is the file's own.
  mutating func add(_ card: String, to home: OwnCard.Home) {
    if let place = places[home] {
      homes[place].text += card
    } else {
      places[home] = homes.count
      homes.append((home, card))
    }
  }

  /// The file.
  func text(title: String) -> String {
    var order: [String] = []
    var chapters: [String: String] = [:]
    for (home, cards) in homes {
      if chapters[home.chapter] == nil { order.append(home.chapter) }
      chapters[home.chapter, default: ""] +=
        "\n## \(home.chapter.isEmpty ? plain(home.lesson) : name(home.lesson))\n\(cards)"
    }
    // What has no chapter comes first, under the title of the file.
    if chapters[""] != nil || order.isEmpty { order = [""] + order.filter { !$0.isEmpty } }
    return order.map { chapter in
      "# \(chapter.isEmpty ? plain(title) : name(chapter))\n" + (chapters[chapter] ?? "")
    }.joined(separator: "\n")
  }

  /// A title as it is written: of Markdown what can be written again, of anything else its signs.
  private func name(_ text: String) -> String {
    if case .heading(_, let title)? = Markdown.parse(Array("# \(text)".utf8)).blocks.first?.kind,
      let line = MadeMarkdown.line(title), !line.isEmpty
    {
      return line
    }
    return plain(text)
  }

  private func plain(_ text: String) -> String {
    let line = ForeignCards.line(text)
    return line.isEmpty ? "Cards" : line
  }
}
