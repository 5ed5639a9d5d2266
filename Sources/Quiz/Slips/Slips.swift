import Notes

/// What nearly is a part of a question, and is none: each would change it in silence, or show its key.
/// A new kind of slip is one file and one line here.
enum Slips {
  /// Those that its lines show, before it is known what they are.
  static func find(in source: QuestionSource) -> [Diagnostic] {
    let found =
      BoxSlips.find(in: source) + ItemSlips.find(in: source) + GapSlips.find(in: source)
      + ForeignGaps.find(in: source) + AlertSlips.find(in: source) + ReasonSlips.find(in: source)
      + ReasonSlips.verdicts(in: source) + ReasonSlips.inline(in: source)
      + LineOptions.find(in: source) + GiftSlips.find(in: source)
      + InlineDetails.find(in: source) + ToldAnswers.spoilers(in: source)
      + AnswerBoxes.find(in: source) + LetteredBoxes.find(in: source)
      + NestedOptions.find(in: source)
    var seen: Set<[Int]> = []
    // What two of them tell of one place is told once.
    return found.filter { seen.insert([$0.line, $0.column]).inserted }
      .inOrder
  }

  /// What else is wrong with a question that has such slips, as far as its answers are read whatever those are: all is
  /// mended in one round.
  static func beside(
    _ slips: [Diagnostic], in section: QuestionSection, _ source: QuestionSource
  ) -> [Diagnostic] {
    guard section.hasAnswers else { return [] }
    let lines = Set(slips.map(\.line))
    // What is nearly a note may be read as another quote, and is told of already.
    let misplaced = section.misplaced.filter { source[$0.line]?.trimmed.hasPrefix(">") == true }
    let found =
      misplaced + BraceWords.find(in: section) + ToldAnswers.find(in: section, source)
      + ToldOptions.find(in: section, source) + HeadKeys.find(in: section, source)
      + AnswerLabels.find(in: section, source)
    return found.filter { $0.severity == .error && !lines.contains($0.line) }
  }

  /// Those that show when its parts are known.
  static func find(
    in section: QuestionSection, _ source: QuestionSource, _ unsure: [Diagnostic]
  ) -> [Diagnostic] {
    let escaped = EscapeSlips.find(in: section, source)
    let told = Set(escaped.map { [$0.line, $0.column] })
    let words =
      escaped + BraceWords.find(in: section).filter { !told.contains([$0.line, $0.column]) }
    let places = Set(words.map { [$0.line, $0.column] })
    // What is no formula has no names.
    let parameters = ParameterSlips.find(in: section, source)
      .filter { !places.contains([$0.line, $0.column]) }
    let found =
      section.misplaced + words + parameters + RangeSlips.find(in: section)
      + DrawSlips.find(in: section, source)
      + BraceSlips.find(in: source, section) + KeyBeside.find(in: section, source)
      + OptionSlips.find(in: section) + RunOnItems.find(in: section, source)
      + OrderSlips.counted(in: section, source)
      + UnaskedGaps.find(in: section) + SwallowedLines.find(in: section, source)
      + WordMarks.find(in: section, source) + LoneMarks.find(in: section, source)
      + FenceSlips.find(in: section) + HeadGaps.find(in: section)
      + ValueGaps.find(in: section) + ForeignTicks.find(in: section, source)
      + OddOptions.find(in: section, source) + CardSides.find(in: section, source)
      + PairKeys.find(in: section, source)
      + unsure.filter { $0.severity == .error && !places.contains([$0.line, $0.column]) }
    // What is told of such a text by its words is told once.
    let others =
      AnswerLabels.find(in: section, source) + LateText.find(in: section, source)
      + HeadKeys.find(in: section, source)
    let lines = Set(found.map(\.line))
    let marks = Set(found.map { [$0.line, $0.column] })
    let more =
      others.filter { !lines.contains($0.line) }
      + ParameterSlips.unread(in: section).filter { !marks.contains([$0.line, $0.column]) }
    return (found + more).inOrder
  }

  /// Those of a question that can be asked, and may be meant so.
  static func warnings(
    in section: QuestionSection, _ source: QuestionSource, _ unsure: [Diagnostic],
    isSelfJudged: Bool
  ) -> [Diagnostic] {
    let found =
      unsure.filter { $0.severity == .warning }
      + ToleranceSlips.find(in: section, source) + OrderSlips.find(in: section, source)
      + ReasonSlips.unmarked(in: source) + LoneReasons.find(in: section, source)
      + LoneNotes.find(in: section, source) + HeadGaps.told(in: section)
      + (isSelfJudged
        ? MarkedSlips.find(in: section, source) + FencedGaps.find(in: section) : [])
      + OrderKeys.find(in: section, source) + PairKeys.unsure(in: section, source)
      + HeadKeys.unsure(in: section, source) + PlacedOptions.find(in: section, source)
      + AlikeItems.find(in: section, source)
    // What is told of a part of it is told better there, and what is told of a line is told once.
    let recalls = isSelfJudged && found.isEmpty ? SeenRecalls.find(in: section, source) : []
    let lines = Set((found + recalls).map(\.line))
    let repeated = RepeatedKeys.find(in: section, source).filter { !lines.contains($0.line) }
    return (found + recalls + repeated).inOrder
  }

  /// Those of which some may be meant as they stand: errors and warnings.
  static func unsure(
    in section: QuestionSection, _ source: QuestionSource
  ) -> [Diagnostic] {
    let pairs = PairSlips.find(in: section, source)
    return KeySlips.find(in: section) + pairs + ShownKeys.find(in: section)
      + (pairs.isEmpty ? StepSlips.find(in: section, source) : [])
      + ToldAnswers.find(in: section, source) + ToldOptions.find(in: section, source)
      + OrdinalOptions.find(in: section, source)
      + MarkedSlips.barred(in: section, source)
      + ForeignGaps.escaped(in: section, source)
  }
}

extension [Diagnostic] {
  /// In the order of their places.
  var inOrder: [Diagnostic] { sorted { ($0.line, $0.column) < ($1.line, $1.column) } }
}
