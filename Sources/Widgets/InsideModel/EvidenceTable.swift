import Inside
import Lab
import Models

/// What many cases say of each part, as a table.
package struct EvidenceTable: Sendable {
  package static let columns = ["looks at", "weight", "on answer", "right", "loss"]
  /// What the names of where a head looks mean.
  package static let legend =
    "looks at: where more than half of its weight is, from all places; match is what followed the same "
    + "token before, rest no such place. on answer: from the last place, on the answer in the text. right "
    + "and loss: without it."
  package let title: String
  /// What all of it does.
  package let whole: String
  /// A row for each part; `?` stands for what is not known yet.
  package let rows: [[String]]

  package init(_ evidence: Evidence) {
    title = "\(evidence.count) cases of \(evidence.subject.rawValue), without each part"
    whole =
      evidence.whole.map {
        "With everything on \($0.right) of \(evidence.count) are right, loss \(LabText.loss($0.loss))."
      } ?? "The cases are read."
    rows = evidence.rows.map { row in
      let isHead = row.component.isHead
      let known = !row.scores.isEmpty
      let best = row.pattern
      return [
        !isHead ? "no place" : !known ? "?" : best?.pattern.rawValue ?? "rest",
        best.map { LabText.percent($0.score) } ?? (isHead && !known ? "?" : ""),
        row.scores[.answer].map { LabText.percent($0) } ?? (isHead && !known ? "?" : ""),
        row.right.map { "\($0)" } ?? "?", row.loss.map { LabText.loss($0) } ?? "?",
      ]
    }
  }
}
