import Basics
import Formulas
import Numerics
import TextUI

/// Guesses, each judged by itself: what is not guessed stays hidden.
extension Panel {
  /// Whether a guess is asked for at the cell under the cursor.
  var asksForGuess: Bool {
    prediction.shown?[cursor] == nil && prediction.isOn && canBeGuessed(cursor)
  }

  /// Whether a key does nothing while a guess is asked for: a letter, which may be meant as a part of
  /// it. Those that go on, back and out are no less wanted then.
  func isKeptBack(_ key: Key) -> Bool {
    guard asksForGuess, isNoWayOn(key) else { return false }
    return (W.ownKeys.action(for: key) != nil || W.panelKeys.action(for: key) != nil)
  }

  /// Whether a key is a letter that neither goes on nor back nor out.
  func isNoWayOn(_ key: Key) -> Bool {
    guard case .character(let character) = key else { return false }
    return character.isLetter && !"gnpqu".contains(character)
  }

  /// Several numbers typed at once; nil where the text is none, or one of them cannot be read.
  func guessedRow(_ text: String) -> [Quantity]? {
    guard let words = NumberReader.words(text), words.count > 1 else { return nil }
    let row = words.map { try? TypedNumber.reading($0).get().quantity }
    return row.contains(nil) ? nil : row.compactMap(\.self)
  }

  /// Judges numbers as one: a whole row, or what follows from the cell under the cursor on.
  mutating func judge(_ numbers: [Quantity]) -> [WidgetEffect] {
    let columns = widget.size(of: cursor.area).columns
    guard numbers.count <= columns else {
      return [.say("The row has \(columns) numbers, and these are \(numbers.count)")]
    }
    let first = numbers.count == columns ? 0 : cursor.column
    guard first + numbers.count <= columns else {
      return [
        .say(
          "From here on the row has \(counted(columns - first, "number")), and these are "
            + "\(numbers.count): type the whole row, or fewer")
      ]
    }
    let cells = numbers.indices.map { at in
      W.Cursor(cursor.area, row: cursor.row, column: first + at)
    }
    let judged = zip(cells, numbers).compactMap { cell, number in
      widget.judge(number, at: cell).map { (cell, $0) }
    }
    guard judged.count == numbers.count, !judged.isEmpty else {
      return [.say("There is nothing to guess in this cell")]
    }
    if judged.count > 1, let wrong = judged.first(where: { !$0.1.isRight }) {
      _ = go(to: wrong.0, exactly: true)
    }
    reveal(judged)
    return []
  }
}
