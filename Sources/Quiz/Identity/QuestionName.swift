import Basics
import Notes
import Scheduling

/// Where a question stands, as far as that is part of what it is known by.
struct LessonPlace {
  /// Whatever folder was opened.
  let key: String
  /// With the folders between the one that was opened and the file, as names were made of it before.
  let former: String

  init(_ lesson: LessonID, in library: Library) {
    key = library.keyInAnyFolder(of: lesson)
    former = library.key(of: lesson)
  }
}

/// What a question is known by that was given no identity: a hash of its file's name, its lesson, what it asks
/// and what it asks for. The folder is no part of it, so that notes keep their history where they are
/// opened from elsewhere, or moved; the answer is, for two files of one name may ask in the same words.
struct QuestionName {
  let text: String
  /// The name that was made before, of the path and without what is asked for: earlier logs hold it.
  let former: String

  /// Of an answer in prose so many words tell it from others: what is mended further on changes nothing.
  private static let mostWords = 12
  /// Stands before the digits of a name, and before those of a former one nothing does.
  private static let sign: Character = "k"

  init(
    _ section: QuestionSection, _ offered: [String], in place: LessonPlace, isGenerated: Bool
  ) {
    let prefix = isGenerated ? FormerName.beginnings.made : FormerName.beginnings.written
    let heading = section.heading.plainText
    let prompt = section.prompt.plainText
    former =
      prefix + Self.hash([place.former, heading, section.formerPrompt ?? prompt] + offered)
    text =
      prefix + String(Self.sign)
      + Self.hash(
        [place.key, heading, prompt] + (section.optionsOffered ?? offered) + ["\u{1E}"]
          + Self.key(of: section))
  }

  /// Whether a text is such a name, of either form.
  static func isMade(_ name: String) -> Bool {
    [FormerName.beginnings.made, FormerName.beginnings.written].contains { name.hasPrefix($0) }
  }

  /// What tells what is asked for from what the same words ask for elsewhere.
  private static func key(of section: QuestionSection) -> [String] {
    let marked = section.keysMarked
    if !marked.isEmpty { return marked }
    // Where it is chosen, put in order or paired, what is offered says it.
    guard section.answers == nil else { return [] }
    let told = section.explanation.plainText
    let words = told.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? [told] : words.prefix(mostWords).map(String.init)
  }

  private static func hash(_ parts: [String]) -> String {
    var hash = StableHash()
    for part in parts {
      hash.combine(part.utf8)
      hash.combine(0x1F)
    }
    let text = String(hash.value, radix: 36)
    return String(repeating: "0", count: FormerName.digits - text.count) + text
  }
}

extension QuestionSection {
  /// What its marks ask for: the texts of the answer marks, and the options that are right without their reasons.
  var keysMarked: [String] {
    let blanks = blanks.compactMap { index in
      if case .blank(let text) = marks.all[index] { text } else { nil }
    }
    return blanks + ticked.map(Self.label)
  }

  /// The options that are right.
  var ticked: [Block.List.Item] { answers?.list?.items.filter { $0.task == true } ?? [] }

  /// Its options or steps without their reasons, which may be mended; nil where it has none.
  fileprivate var optionsOffered: [String]? { answers?.list?.items.map(Self.label) }

  private static func label(_ item: Block.List.Item) -> String {
    item.blocks.filter { !$0.isQuote }.plainText
  }
}
