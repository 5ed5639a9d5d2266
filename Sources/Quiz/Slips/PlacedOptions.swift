import Notes

/// Options that speak of the places of others, which come in another order each time: `all of the above`, `A and C`.
enum PlacedOptions {
  /// What is said of those above, and what is said of all of them in its place.
  private static let words = [
    ("of the above", "of these"), ("of the options above", "of these"), ("the above", "these"),
    ("mentioned above", "mentioned here"), ("listed above", "listed here"),
    ("of the below", "of these"), ("oben genannten", "genannten"),
    ("ci-dessus", "cit\u{E9}es ici"), ("anteriores", "respuestas"), ("precedenti", "risposte"),
  ]
  /// Two options stay in their order.
  private static let fewest = 3

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks, list.items.count >= fewest else {
      return []
    }
    let items = list.items.map { $0.blocks.filter { !$0.isQuote }.plainText.trimmed }
    return zip(list.items, items).compactMap { item, text in
      guard text.utf8.count < 80, let (number, line) = source.line(of: item),
        let right = replaced(text) ?? named(text, items)
      else { return nil }
      return Diagnostic(
        line: number, column: line.column,
        "options come in another order each time, and this one speaks of their places",
        remedy: "write \(line.marker)\(line.text.prefix(4))\(right)"
      ).warned
    }
  }

  private static func replaced(_ text: String) -> String? {
    let lower = text.lowercased()
    guard lower.count == text.count, text.split(separator: " ").count < 8,
      let (old, new) = words.first(where: { lower.contains($0.0) }),
      let place = lower.firstRange(of: old)
    else { return nil }
    let before = lower.distance(from: lower.startIndex, to: place.lowerBound)
    return text.prefix(before) + new + text.dropFirst(before + old.count)
  }

  /// The words of the options that letters name: `A and C`, `both A and B`.
  private static func named(_ text: String, _ items: [String]) -> String? {
    var names = text.split { " ,&+".contains($0) }.map(String.init)
    if let first = names.first, ["both", "only"].contains(first.lowercased()) {
      names.removeFirst()
    }
    guard let joint = names.dropLast().last, ["and", "or", "und", "et", "y", "e"].contains(joint)
    else { return nil }
    names.removeAll { $0 == joint }
    let places = names.compactMap { name -> Int? in
      guard name.count == 1, name.first?.isUppercase == true, let place = LineOptions.place(name),
        items.indices.contains(place - 1), items[place - 1] != text
      else { return nil }
      return place - 1
    }
    // Letters may be names of what is asked.
    guard names.count > 1, places.count == names.count,
      items.allSatisfy({ item in item == text || item.count > 1 }),
      !items.contains(where: { $0 != text && $0.hasSuffix(" \(names[0])") })
    else { return nil }
    return places.map { items[$0] }.joined(separator: " \(joint) ")
  }
}
