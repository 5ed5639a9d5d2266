import Lab
import Numerics

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
      TrainColumn(title: "loss", note: lossNote(run)) { point, _ in lossText(point.loss) },
    ]
    let notes = [
      "right": "of the places that can be known, in rows that it never saw",
      "learnt rows": "the same, in the rows that it is trained on",
      "the probe": "topics told apart from its states, with 30 labels",
    ]
    for (index, name) in run.testNames.enumerated() {
      columns.append(
        TrainColumn(title: name, note: notes[name]) { point, _ in
          point.accuracies.indices.contains(index) ? share(point.accuracies[index]) : "–"
        })
    }
    if run is PreferencesRun {
      columns.append(
        TrainColumn(title: "error", note: "the largest difference from the exact optimum") {
          point, _ in point.error.map(lossText) ?? "–"
        })
    }
    if (run as? TrainingRun)?.massOnTheLine(at: 0) != nil {
      columns.append(
        TrainColumn(
          title: "on its line",
          note: "the weight of the best head on the places that the answers of one row come from"
        ) { point, run in
          (run as? TrainingRun)?.massOnTheLine(at: point.step).map(share) ?? "–"
        })
    }
    return columns
  }

  private static func lossNote(_ run: any LabRun) -> String? {
    (run as? PreferencesRun).map {
      "of the reward for \(grouped($0.rewardSteps)) steps, then of DPO"
    }
  }
}

/// A loss with four decimals, or a power of ten where these would hide it.
func lossText(_ loss: Double) -> String {
  loss.isFinite && (1e-4..<1e6).contains(loss) || loss == 0
    ? decimals(loss, 4) : NumberText(significant: 3).text(loss)
}

/// A share as `99.4 %`; `100.0 %` is all of it, and `0.0 %` none.
func share(_ share: Double) -> String {
  // Of weights that were lost with the loss.
  guard share.isFinite else { return NumberText().text(share) }
  let tenths = (share * 1_000).rounded()
  let shown = share < 1 && share > 0 ? min(max(tenths, 1), 999) : tenths
  return decimals(shown / 10, 1) + " %"
}

/// A finite number that is not negative, and below a million million, with so many decimals.
func decimals(_ number: Double, _ places: Int) -> String {
  let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
  let scaled = Int((min(max(number, 0), 1e12) * Double(unit)).rounded())
  let fraction = String(scaled % unit)
  return "\(scaled / unit)." + String(repeating: "0", count: places - fraction.count) + fraction
}

/// `17,632`.
func grouped(_ count: Int) -> String {
  let digits = String(count)
  return digits.enumerated().map { index, digit in
    index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
  }.joined()
}
