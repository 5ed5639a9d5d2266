import Lab
import Models
import TextUI

extension TrainMoment {
  /// Loss and what is right, here and, where a knob is turned, as it is without.
  func numbers(beside plain: TrainingRun? = nil, ascii: Bool) -> [Cell] {
    var line = [Cell]("loss ", .muted)
    line.append(LabText.loss(loss, ascii: ascii), Style(.strong, .bold))
    for (name, share) in zip(run.testNames, accuracies) {
      line.append("   \(name) ", .muted)
      line.append(LabText.share(share), Style(.strong, .bold))
    }
    if let plain = TrainMoment(plain, at: step) {
      line.append("   as it is: loss ", .muted)
      line.append(LabText.loss(plain.loss, ascii: ascii), .text)
      if let share = plain.accuracies.first { line.append(", \(LabText.share(share))", .text) }
    }
    return line
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

  /// Where the run was lost, in words; nil where it was not.
  func lost(ascii: Bool) -> String? {
    guard let at = run.divergedAt else { return nil }
    let loss = run.loss ?? .nan
    let what =
      loss.isFinite ? "grew to \(LabText.loss(loss, ascii: ascii))" : "was no number any more"
    return "At step \(at) the loss \(what), and the run ended: the learning rate is too high."
  }
}
