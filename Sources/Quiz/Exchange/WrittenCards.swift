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
      chapters[home.chapter, default: ""] += "\n## \(name(home.lesson))\n\(cards)"
    }
    // What has no chapter comes first, under the title of the file.
    if chapters[""] != nil || order.isEmpty { order = [""] + order.filter { !$0.isEmpty } }
    return order.map { chapter in
      "# \(name(chapter.isEmpty ? title : chapter))\n" + (chapters[chapter] ?? "")
    }.joined(separator: "\n")
  }

  private func name(_ text: String) -> String {
    let line = ForeignCards.line(text)
    return line.isEmpty ? "Cards" : line
  }
}
