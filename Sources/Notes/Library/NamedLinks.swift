extension Library {
  /// Links that are called what they lead to: those without a text, and MyST's roles that name a place
  /// or a note.
  package func namingLinks(in blocks: [Block], of id: LessonID, _ anchors: inout Anchors) -> [Block]
  {
    var known = anchors
    let named = blocks.mapping { inlines in
      inlines.map { inline in
        guard case .link(let destination, let inner) = inline else { return inline }
        let text = inner.plainText
        let isNamed =
          text.isEmpty && !inner.contains { if case .image = $0 { true } else { false } }
          || destination == "ref:\(text)" || destination == "doc:\(text)"
          || destination == text && text.hasPrefix("project:")
        let isTemplate = ["%s", "{number}", "{name}"].contains { text.contains($0) }
        guard isNamed || isTemplate else { return inline }
        let number = self.number(ofLink: destination, from: id, &known)
        let title = title(ofLink: destination, from: id, &known)
        // A part of a book has no number here.
        if isTemplate, let sign = number?.number.sign ?? title {
          let shown = text.replacing("%s", with: sign).replacing("{number}", with: sign)
            .replacing("{name}", with: number?.caption ?? title ?? "")
          return .link(destination: destination, [.text(shown + (number?.where ?? ""))])
        }
        guard isNamed else { return inline }
        let shown =
          title ?? number.map { $0.number.text + $0.where } ?? (text.isEmpty ? destination : text)
        return .link(destination: destination, [.text(shown)])
      }
    }
    anchors = known
    return named
  }

  /// The number of what a link leads to, where it has one, and of which other note it is.
  private func number(
    ofLink link: String, from id: LessonID, _ anchors: inout Anchors
  ) -> (number: PlaceNames.Number, where: String, caption: String?)? {
    let name: Substring
    if link.hasPrefix("ref:") {
      name = link.dropFirst(4)
    } else if let hash = link.firstIndex(of: "#") {
      name = link[hash...].dropFirst()
    } else {
      return nil
    }
    guard case .lesson(let lesson, _) = resolve(link: link, from: id, &anchors) else { return nil }
    let place = anchors.place(named: String(name), of: self, preferring: lesson.document)
    return place?.number.map { number in
      let other = place?.document == id.document ? nil : chapter(of: lesson)?.title
      return (number, other.map { " of “\($0)”" } ?? "", place?.caption)
    }
  }

  /// What a link leads to is called; nil where it leads to no place of these notes that has a title.
  private func title(ofLink link: String, from id: LessonID, _ anchors: inout Anchors) -> String? {
    guard case .lesson(let lesson, let anchor) = resolve(link: link, from: id, &anchors) else {
      return nil
    }
    guard
      let hash = link.firstIndex(of: "#").map({ link[link.index(after: $0)...] })
        ?? (link.hasPrefix("ref:") ? link.dropFirst(4) : nil), !hash.isEmpty
    else { return chapter(of: lesson)?.title }
    if let place = anchors.place(named: String(hash), of: self, preferring: lesson.document) {
      return place.title
    }
    return anchor == nil
      ? nil : self[lesson].flatMap { Slugs.slug($0.title) == anchor ? $0.title : nil }
  }
}
