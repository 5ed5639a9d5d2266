import Basics
import Notes
import Scheduling

/// Whether what a question asks for was mended, where it asks in the words in which it asked before: a slip of the
/// pen, the unit in another form, one more alternative. Anything else is the key of another question: the author
/// who corrects a wrong key wants it asked anew, and a form that is filled in for another week asks in the
/// same words.
enum MendedKey {
  /// Of notes that are recalled so much has to be common.
  private static let enoughOfNote = 0.5
  /// Of a key that is no note so many words have to stay where others were added.
  private static let fewestStaying = 2

  static func mayBe(_ question: KnownQuestion, _ former: KnownQuestion) -> Bool {
    guard let key = question.key, let other = former.key else { return true }
    if isSame(key, other) { return true }
    if isNote(question) { return isMendedNote(key, other) }
    guard offersSomething(question) else {
      if let isSame = Quantity.areSame(key, other) { return isSame }
      return sharesAlternative(key, other) || areMended(key, other)
    }
    // All that was offered is offered still: something else of it is right now.
    let isMoved = former.words.contains(key) && question.words.contains(other)
    if isMoved || isSame(question.words, former.words) { return false }
    if areMended(key, other) { return true }
    guard isAllOffered(question) else { return hasMendedWords(key, other) }
    return TellingWords.sequence(ofKey: key).sorted()
      != TellingWords.sequence(ofKey: other).sorted()
      && Succession.isNear(key, other)
  }

  /// Whether what a question asks for is a note that the reader judges by.
  static func isNote(_ question: KnownQuestion) -> Bool {
    allKinds.first { $0.name == question.kind }?.isSelfJudged ?? false
  }

  /// Whether it offers options or parts, besides what it asks.
  private static func offersSomething(_ question: KnownQuestion) -> Bool {
    question.asked.map { $0.count + 1 < question.words.count } ?? false
  }

  /// Whether the answer is made of all that is offered: in an order, or in pairs.
  private static func isAllOffered(_ question: KnownQuestion) -> Bool {
    guard let asked = question.asked, let key = question.key else { return false }
    return question.words == "\(asked) \(key)"
  }

  private static func hasMendedWords(_ one: String, _ other: String) -> Bool {
    let (own, theirs) = (TellingWords(one, isKey: true), TellingWords(other, isKey: true))
    return own.isOfSome && theirs.isOfSome && own.mayBe(theirs)
  }

  static func isSame(_ one: String, _ other: String) -> Bool {
    func folded(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
    return folded(one) == folded(other)
  }

  private static func sharesAlternative(_ one: String, _ other: String) -> Bool {
    func alternatives(_ text: String) -> Set<String> {
      Set(BlankSource.alternatives(text.lowercased()).filter { !$0.isEmpty })
    }
    return !alternatives(one).isDisjoint(with: alternatives(other))
  }

  /// A note may be told at more length, and in part in other words.
  private static func isMendedNote(_ one: String, _ other: String) -> Bool {
    let (own, theirs) = (TellingWords(one, isKey: true), TellingWords(other, isKey: true))
    guard own.isOfSome, theirs.isOfSome else { return false }
    return !own.isReplaced(theirs) || own.likeness(to: theirs) >= enoughOfNote
  }

  /// Whether the words are the same, but for letters mistyped and for what was added to several.
  private static func areMended(_ one: String, _ other: String) -> Bool {
    let both = [one, other].map(TellingWords.sequence(ofKey:)).sorted { $0.count < $1.count }
    let (short, long) = (both[0], both[1])
    guard let first = short.first, !first.isEmpty else { return false }
    let added = long.count - short.count
    guard added == 0 || short.count >= fewestStaying && added <= short.count / 2 else {
      return false
    }
    var rest = long[...]
    for word in short {
      while let next = rest.first, next != word, !TellingWords.isMistyped(next, word) {
        guard long.count > short.count, !TellingWords.isDecisive(next) else { return false }
        rest.removeFirst()
      }
      guard rest.popFirst() != nil else { return false }
    }
    return !rest.contains(where: TellingWords.isDecisive)
  }
}

/// A number with its unit, as a key has it.
private struct Quantity {
  let value: Double
  let unit: String

  private static let prefixes: [Character: Double] = [
    "k": 1e3, "M": 1e6, "G": 1e9, "d": 1e-1, "c": 1e-2, "m": 1e-3, "µ": 1e-6, "μ": 1e-6, "n": 1e-9,
  ]
  /// A unit of so many letters is spelled out.
  private static let spelledOut = 4

  /// Nil where the text does not begin with a number, or goes on with what is no unit.
  init?(_ text: String) {
    let text = text.trimmed.replacing("\u{2212}", with: "-")
    let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
    guard let value = Double(digits), value.isFinite else { return nil }
    let rest = text.dropFirst(digits.count).trimmed
    // How near an answer has to come may be mended.
    let unit = rest.prefix { $0 != "±" }.trimmed
    guard unit.first.map({ $0.isLetter || "%°".contains($0) }) ?? true,
      !unit.contains(where: { "+*=(|,;".contains($0) })
    else { return nil }
    self.value = value
    self.unit = unit
  }

  /// Whether two keys are the same quantity; nil where neither is one.
  static func areSame(_ one: String, _ other: String) -> Bool? {
    guard let own = Quantity(one), let theirs = Quantity(other) else { return nil }
    let isSpelledOut = max(own.unit.count, theirs.unit.count) >= spelledOut
    let isSameUnit =
      own.unit.isEmpty || theirs.unit.isEmpty
      || own.unit.filter(\.isLetter) == theirs.unit.filter(\.isLetter)
      || isSpelledOut && own.unit.first == theirs.unit.first
    if own.value == theirs.value, isSameUnit { return true }
    return own.forms.contains { form in
      theirs.forms.contains {
        $0.unit == form.unit && abs($0.value - form.value) <= 1e-9 * abs(form.value)
      }
    }
  }

  /// As it stands, and without the prefix of its unit.
  private var forms: [(value: Double, unit: Substring)] {
    var forms = [(value: value, unit: unit[...])]
    if unit == "%" { forms.append((value / 100, "")) }
    if unit.count > 1, let factor = unit.first.flatMap({ Self.prefixes[$0] }) {
      forms.append((value * factor, unit.dropFirst()))
    }
    return forms
  }
}
