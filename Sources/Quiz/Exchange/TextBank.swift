import Notes

extension QuestionBank {
  /// The questions of one text by itself, as a note of its own.
  init(text: String) {
    let document = Document(path: "card.md", bytes: Array(text.utf8))
    self.init(Library(title: "T", key: "card", documents: [document]))
  }
}
