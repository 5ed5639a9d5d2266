import Lab
import Models
import TextUI

extension TrainMoment {
  /// Loss and what is right, here and, where a knob is turned, as it is without.
  func numbers(
    beside plain: TrainingRun? = nil, isShort: Bool = false, ascii: Bool
  ) -> PartsLine {
    func part(_ name: String, _ number: String) -> [Cell] {
      [Cell](name + " ", .muted) + [Cell](number, Style(.strong, .bold))
    }
    var parts = [part("loss", LabText.loss(loss, ascii: ascii))]
    // What is right is counted in rows that it never learnt from: that is said where there is room.
    let isLong = plain == nil && !isShort
    parts += zip(run.testNames, accuracies).map {
      part($0 == "right" && isLong ? "right in new rows" : $0, LabText.share($1))
    }
    let tested = run.curve.whenTested(step)
    if parts.count > 1 { parts[parts.count - 1] += [Cell](tested, .muted) }
    if let plain = TrainMoment(plain, at: step) {
      let share = plain.accuracies.first.map { ", \(LabText.share($0))" } ?? ""
      parts.append(
        [Cell]("as it is: loss ", .muted)
          + [Cell](LabText.loss(plain.loss, ascii: ascii) + share, .text))
    }
    return PartsLine(parts: parts, gap: 3)
  }

  /// What a place looks at through a head.
  func looks(head index: Int, place: Int, _ names: TokenNames) -> String {
    let head = Self.heads(look.shape)[index]
    let weights = look.map(layer: head.layer, head: head.head)[place]
    func name(_ index: Int) -> String { "\(index + 1) (\(names.short(row.tokens[index])))" }
    let places = weights.indices.sorted { weights[$0] > weights[$1] }.prefix(3)
      .filter { weights[$0] >= 0.005 }
      .map { "\(name($0)) \(LabText.share(Double(weights[$0])))" }
    return "\(head.name): place \(name(place)) looks at "
      + (places.isEmpty ? "nothing that is a number" : places.joined(separator: ", "))
  }

  /// Where the run was lost, in words; nil where it was not, or that was not seen yet.
  func lost(seen: Int, ascii: Bool) -> String? {
    guard let at = run.divergedAt, seen >= at else { return nil }
    let loss = run.loss ?? .nan
    let what =
      loss.isNaN ? "was not a number any more" : "grew to \(LabText.loss(loss, ascii: ascii))"
    return "At step \(at) the loss \(what), and the run ended: the learning rate is too high."
  }
}
