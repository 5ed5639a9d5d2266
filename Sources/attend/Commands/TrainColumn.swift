import Lab

/// A column of a training's table.
struct TrainColumn {
  let title: String
  /// What it says, where the title does not.
  var note: String?
  let text: (CurvePoint, any LabRun) -> String

  /// With the space before it.
  var width: Int { max(title.count, 6) + 2 }

  func padded(_ text: String) -> String {
    String(repeating: " ", count: max(width - text.count, 1)) + text
  }

  /// What there is to tell of a run, the most important first.
  static func all(of run: any LabRun) -> [TrainColumn] {
    var columns = [
      TrainColumn(title: "step") { point, _ in String(point.step) },
      TrainColumn(title: "loss", note: lossNote(run)) { point, _ in LabText.loss(point.loss) },
    ]
    let recipe = (run as? TrainingRun)?.recipe
    let leftOut = recipe?.leftOut ?? []
    let learnt = recipe?.tests.map(\.name).filter {
      Order(rawValue: $0).map(leftOut.contains) == false
    }
    var notes = [
      "right": "share of predictable positions answered correctly, in rows never trained on"
        + (learnt.map {
          $0.isEmpty ? "" : "; \($0.joined(separator: ", ")): the same, order by order"
        }
          ?? ""),
      "learnt rows": "the same, in the rows that it is trained on",
      "the probe": "topics told apart from its states, with 30 labels",
    ]
    for order in leftOut {
      notes[order.rawValue] =
        "an order that no row of its training gives; what is right of it does not count in right"
    }
    for (index, name) in run.testNames.enumerated() {
      columns.append(
        TrainColumn(title: name, note: notes[name]) { point, _ in
          point.accuracies.indices.contains(index) ? LabText.share(point.accuracies[index]) : "–"
        })
    }
    if run is PreferencesRun {
      columns.append(
        TrainColumn(
          title: "off the exact",
          note:
            "how far RL's or DPO's probability of an answer is at most off the exact optimum's, which "
            + "follows from the rewards as far as they are learnt; at step 0 they are all 0, and all "
            + "three policies are the one before"
        ) { point, _ in point.error.map { LabText.loss($0) } ?? "–" })
    }
    if (run as? TrainingRun)?.massOnTheLine(at: 0) != nil {
      columns.append(
        TrainColumn(
          title: "on its line",
          note: "the weight of the best head on the places that the answers of one row come from"
        ) { point, run in
          (run as? TrainingRun)?.massOnTheLine(at: point.step).map(LabText.share) ?? "–"
        })
    }
    if let run = run as? TrainingRun, case .orders(let orders, _, _, _) = run.recipe.source.task,
      orders.count > 1
    {
      columns += [Order.reverse, .shift].filter(orders.contains).map { order in
        TrainColumn(
          title: "\(order.rawValue) map",
          note: "the weight of the last layer's best head on the places that the answers to "
            + "\(order.rawValue) come from, in 16 rows"
        ) { point, run in
          (run as? TrainingRun)?.mass(of: order, at: point.step).map(LabText.share) ?? "–"
        }
      }
    }
    return columns
  }

  private static func lossNote(_ run: any LabRun) -> String? {
    (run as? PreferencesRun).map {
      "of the reward for \(LabText.grouped($0.rewardSteps)) \($0.rewardSteps == 1 ? "step" : "steps"), then of DPO"
    }
  }
}
