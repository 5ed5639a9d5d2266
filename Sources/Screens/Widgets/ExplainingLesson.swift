import Notes
import Widgets

/// The lesson that explains what a widget shows.
enum ExplainingLesson {
  /// More are not searched for one.
  private static let most = 2000

  /// Lessons of the course, by the widget; where these are not open, one that is titled like it.
  static let titles: [String: [String]] = [
    "dot-product": ["The sum of products"],
    "matrix-product": ["Many at once: the matrix product"],
    "scaling": ["Why divide by a square root"],
    "positions": ["Positions"], "rope": ["Turning instead of adding: RoPE"],
    "layer-norm": ["The block"], "block": ["The block"],
    "shapes": ["Counting parameters and work"],
    "sampling": ["From scores to text"],
    "projections": ["Queries, keys and values"],
    "attention": ["The whole, by hand"],
    "train": ["A model that learns to reverse"],
    "pre-training": ["Predicting what comes next"],
    "instructions": ["Inside a model: where its heads look"],
    "fine-tuning": ["What is forgotten, and how to keep it"],
    "preferences": ["Preferences by hand"],
    "own-notes": ["Your own notes, and what they cost"],
    "tokens": ["Tokens: how a text is cut"], "embedding": ["Embeddings: a row for each token"],
    "descent": ["Training in small steps"], "quantise": ["Fewer bytes: quantisation"],
    "decode": ["Writing with a cache"], "inside": ["A real model: what comes next"],
  ]

  /// Nil where no lesson does.
  static func find(_ name: String, step topic: String?, in library: Library) -> LessonID? {
    guard library.lessonCount <= most else { return nil }
    let type = allWidgets.first { $0.name == name }
    let wanted =
      ((topic.map { [$0] } ?? []) + (titles[name] ?? [])
      + (type.map { [$0.title] + $0.topics } ?? []))
      .map { $0.lowercased() }
    var found: (rank: Int, id: LessonID)?
    for id in library.lessonIDs {
      guard let title = library[id]?.title.lowercased(),
        let rank = wanted.firstIndex(of: title), rank < found?.rank ?? .max
      else { continue }
      found = (rank, id)
    }
    return found?.id
  }
}
