import Basics
import Formulas
import Numerics

/// Guesses, each judged by itself: what is not guessed stays hidden.
extension Panel {
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
    guard judged.count == numbers.count, let only = judged.first else {
      return [.say("There is nothing to guess in this cell")]
    }
    func wasTold(_ cell: W.Cursor) -> Bool { prediction.wasTold(cell) }
    let right = judged.count { $0.1.isRight && !wasTold($0.0) }
    let told = judged.count { $0.1.isRight && wasTold($0.0) }
    var lines = ["\(right) of \(judged.count) right" + (told > 0 ? ", \(told) told before" : "")]
    if judged.count == 1 {
      lines = only.1.lines()
      if told > 0 { lines[0] = "Told before: " + only.1.truth.text(NumberText()) }
    } else if let wrong = judged.first(where: { !$0.1.isRight }) {
      let rest = wrong.1.lines()
      lines += ["Number \(wrong.0.column + 1): " + (rest.first ?? "")] + rest.dropFirst()
      _ = go(to: wrong.0, exactly: true)
    }
    reveal(judged.map { ($0.0, $0.1.isRight) }, saying: lines)
    return []
  }
}
