import Formulas
import JSONText
import Lab
import Models
import Numerics
import TextUI

extension PreferencesWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    var shown = [pairBlock(view)]
    var said: [WidgetBlock] = []
    let moment = run.map { Moment($0, step) }
    if isAsking {
      shown[0].rank = 2
      shown.append(asked(view, rows: 6...7))
    } else {
      shown += tables(moment, view)
      if let run {
        shown += isHidden ? (view.isTold ? [] : [hint]) : pictures(run, view)
        said = isHidden ? [] : words(run, view)
      }
    }
    let on = PreferencesLabeller.allCases.firstIndex(of: parameters.labeller).map { [$0] } ?? []
    return laidOut(view, "Six answers, two at a time", "", shown: shown, said: said, on: on)
  }

  /// Whether what is asked is still to be seen.
  private var isHidden: Bool { isAsking || asksFirst }

  private var hint: WidgetBlock {
    .text(["Space: guess first which comes to the exact optimum."], rank: 2)
  }

  /// What is learnt at a step, and what the optimum for its rewards is.
  private struct Moment: Sendable {
    let rewards: [Double]
    let gradient, dpo, exact: [Double]

    init(_ run: PreferencesRun, _ step: Int) {
      let moment = run.moments[step]
      rewards = moment.rewards
      gradient = moment.gradientPolicy.probabilities
      dpo = moment.dpoPolicy.probabilities
      exact =
        Policy.optimum(run.reference, rewards: moment.rewards, beta: run.beta).probabilities
    }

    func error(_ policy: [Double]) -> Double {
      zip(policy, exact).map { abs($0 - $1) }.max() ?? 0
    }
  }

  private func pairBlock(_ view: View) -> WidgetBlock {
    let isLow = view.isShort
    // Where there is little room, the table finds it instead, or the curves beside what came of a guess.
    let isSaid = judged != nil && !view.isWide && !view.isPage && view.room != nil
    var lines = isLow || isSaid ? [] : [[Cell]("Prompt: Explain attention in one sentence.", .text)]
    if let pair {
      // In lines there are no arrows to press.
      let (left, right) = view.isTold ? ("a", "b") : view.ascii ? ("<-", "->") : ("←", "→")
      for (key, name, index) in [(left, "[A]", pair.a), (right, "[B]", pair.b)] {
        var line = [Cell]("  \(key) ", Style(.accent, .bold))
        line.append(name, Style(.accent, name == "[A]" ? [.bold, .selected] : .bold))
        line.append("  ", .text)
        line.append(Self.candidates[index].text, .text)
        lines.append(line)
      }
    } else {
      let words: String =
        switch parameters.labeller {
        case .reader:
          "You have chosen from all pairs. \(view.isTold ? "undo" : "u") takes the last choice back."
        case .quality: "200 pairs were chosen by one who likes what is good."
        case .length: "200 pairs were chosen by one who likes what is long, whatever it says."
        }
      lines.append([Cell](words, .text))
    }
    return WidgetBlock(.lines(lines), rank: isLow && pair == nil ? 3 : 0)
  }

  /// What the columns leave to names, whatever their numbers come to.
  private static func nameLimit(_ view: View) -> Int {
    let numbers = 51
    let columns = view.room?.columns ?? BlockPart.widestText
    let (least, most) = (view.isWide ? 26 : 14, 60)
    let left = (view.isWide ? BlockLayout.mainPane(columns) : columns) - numbers
    return max(least, min(most, left))
  }

  /// What an answer is called in a table: its beginning, or where that would not tell them apart a word
  /// of it; in lines its number too, under which it stands whole above.
  private func name(of index: Int, _ isNarrow: Bool, _ view: View) -> String {
    let answer = Self.candidates[index]
    return isNarrow ? answer.short : (view.isTold ? "\(index + 1) " : "") + answer.text
  }

  private func tables(_ moment: Moment?, _ view: View) -> [WidgetBlock] {
    let choices = record[0]?.choices ?? []
    let candidates = Self.candidates
    let numbers = view.numbers
    let (none, hidden) = (view.ascii ? "-" : "–", view.ascii ? "..." : "…")
    // Where columns are few, those that matter now: what was chosen, then what came of it.
    let isNarrow = view.room.map { $0.columns < 60 } ?? false
    func share(_ share: Double?) -> String {
      guard let share else { return none }
      return isNarrow ? LabText.percent(share) : LabText.share(share)
    }
    func learnt(_ shares: [Double]?, _ index: Int) -> String {
      isHidden && shares != nil ? hidden : share(shares?[index])
    }
    let columns: [(name: String, text: (Int) -> String, isChosen: Bool, isLearnt: Bool)] = [
      (
        "wins",
        { index in
          let won = choices.count { $0.chosen == index }
          return "\(won)/\(won + choices.count { $0.rejected == index })"
        }, true, false
      ),
      (
        "reward",
        { index in
          guard let reward = moment?.rewards[index] else { return none }
          return (reward < 0 ? numbers.minus : "+") + LabText.decimals(reward.magnitude, 2)
        }, true, true
      ),
      ("before", { share(candidates[$0].before) }, true, false),
      ("DPO", { learnt(moment?.dpo, $0) }, false, true),
      ("exact", { learnt(moment?.exact, $0) }, false, true),
      ("RL", { learnt(moment?.gradient, $0) }, false, true),
    ]
    // Where there is little room, the two that are chosen from are enough.
    let rows = pair.flatMap { view.isShort ? [$0.a, $0.b] : nil } ?? Array(candidates.indices)
    func table(ofLearnt isLearnt: Bool?) -> WidgetBlock {
      let shown = columns.filter { column in
        isLearnt.map { $0 ? column.isLearnt : column.isChosen } ?? true
      }
      var grid = Grid(
        "", texts: rows.map { index in shown.map { $0.text(index) } },
        rowNames: rows.map { name(of: $0, isNarrow, view) }, columnNames: shown.map(\.name))
      grid.nameLimit = isNarrow ? 9 : Self.nameLimit(view)
      return .grids(grid, rank: 0)
    }
    guard isNarrow else {
      let whole = WidgetBlock.text(
        candidates.indices.map { "\($0 + 1) \(candidates[$0].text)" }, rank: 0)
      let at = "At step \(LabText.grouped(step)) of \(LabText.grouped(parameters.steps)):"
      let when = moment == nil || isHidden ? [] : [WidgetBlock.text([at], rank: 0)]
      return (view.isTold ? [whole] + when : []) + [table(ofLearnt: nil)]
    }
    // On pages there is room for both.
    return view.isPage
      ? [table(ofLearnt: false), table(ofLearnt: true)] : [table(ofLearnt: pair == nil)]
  }

  private func pictures(_ run: PreferencesRun, _ view: View) -> [WidgetBlock] {
    let last = min(parameters.seen, run.step)
    // As many as there are columns are enough.
    let stride = max(1, parameters.steps / 400)
    func errors(_ policy: (PreferencesRun.Moment) -> Policy) -> [Double] {
      var error = 0.0
      return run.moments[...last].enumerated().map { index, moment in
        if index.isMultiple(of: stride) || index == last {
          let exact = Policy.optimum(run.reference, rewards: moment.rewards, beta: run.beta)
          error =
            zip(policy(moment).probabilities, exact.probabilities).map { abs($0 - $1) * 100 }
            .max() ?? 0
        }
        return error
      }
    }
    let (dpo, gradient) = (errors(\.dpoPolicy), errors(\.gradientPolicy))
    let curve = CurveSlider(
      title: "off the exact, points",
      curves: [
        .init(name: "DPO", values: dpo, series: 0), .init(name: "RL", values: gradient, series: 1),
      ], steps: parameters.steps, top: max((dpo + gradient).max() ?? 1, 1),
      marks: [.init(kind: .cursor, step: step)])
    let frontier = RewardFrontier(run, at: step)
    if view.isPage {
      return [
        pagePart(of: curve, widest: 72, view),
        pagePart(of: 12, view) { columns, rows in
          frontier.lines(columns: min(columns, 60), rows: rows, ascii: view.ascii)
        },
      ]
    }
    let both = WidgetBlock(
      .drawing(
        // There are rows enough to see how it came.
        rows: (judged == nil || view.isShort ? 3 : 5)...14, wanting: view.isShort ? 3 : 6,
        draw: { columns, rows in
          let right = columns >= 66 && rows >= 6 ? 32 : 0
          let left = min(columns - (right > 0 ? right + 3 : 0), 72)
          let lines = curve.lines(columns: left, rows: min(rows, 12), ascii: view.ascii)
          guard right > 0 else { return lines }
          return lines.beside(
            frontier.lines(columns: right, rows: min(rows, 12), ascii: view.ascii), at: left + 3)
        },
        told: { [step] in
          let steps = Set(LabTable.some(Array(0...last))).union([step]).sorted()
          return LabTable.lines(
            [["step", "DPO off", "RL off, points"]]
              + steps.map { step in
                let moment = Moment(run, step)
                return [String(step)]
                  + [moment.dpo, moment.gradient].map { LabText.points(moment.error($0)) }
              }) + frontier.told
        }), rank: judged == nil || view.isShort ? 2 : 1)
    return [both]
  }

  private func words(
    _ run: PreferencesRun, _ view: View
  ) -> [WidgetBlock] {
    var blocks: [WidgetBlock] = []
    if let guess = judged {
      // It is of the end, whatever step is looked at.
      let end = Moment(run, run.step)
      let (gradient, dpo) = (end.error(end.gradient), end.error(end.dpo))
      let truth = gradient < 0.02 ? (dpo < 0.02 ? 3 : 1) : dpo < 0.02 ? 2 : 4
      blocks += verdict(
        LabVerdict(
          isRight: guess == truth,
          words:
            "You said \(question.choices[guess - 1]). It is \(question.choices[truth - 1])"
            // On a low screen that leaves the rows their room; its pages have the rest.
            + (view.isShort
              ? "."
              : ": RL is at most \(LabText.points(gradient)) percentage points off, DPO "
                + "\(LabText.points(dpo)); up to 2 counts as none.")
        ), view)
    }
    if let circle = run.circle {
      let names = (circle + [circle[0]]).map { "\"\(Self.candidates[$0].text.prefix(14))…\"" }
      blocks.append(
        .text(
          [
            "A circle: \(names.joined(separator: view.ascii ? " > " : " › ")). No reward can hold it."
          ], Style(.warning), rank: judged == nil ? 1 : 2, hasGap: false))
    }
    let formula =
      view.ascii
      ? "exact: p(y) = p0(y) * exp(r(y) / beta), then shared out to 1"
      : "exact: π(y) ∝ π₀(y)·e^(r(y)/β), the optimum of reward less β times KL"
    if step < run.rewardSteps {
      let start = "At step 0 all rewards are 0: exact, DPO and RL are what was before. "
      blocks.append(
        .text(
          [
            (step == 0 ? start : "")
              + "Until step \(LabText.grouped(run.rewardSteps)) the reward is learnt, and RL waits for it."
          ],
          rank: 2, hasGap: false))
    }
    return blocks + [.text([formula], Style(.maths), rank: 3, hasGap: false)]
  }

  package var resultsJSON: JSON {
    guard let run else { return [:] }
    return [
      "choices": .array(
        run.choices.map { ["chosen": .integer($0.chosen), "rejected": .integer($0.rejected)] }),
      "rewards": .numbers(run.rewards), "before": .numbers(run.reference.probabilities),
      "dpo": .numbers(run.dpoPolicy.probabilities),
      "rl": .numbers(run.gradientPolicy.probabilities),
      "exact": .numbers(run.optimum.probabilities), "error": .number(run.error),
    ]
  }
  package var script: String {
    let key = record.recipe[0]
    let choices = key.start(after: []).choices.map { "(\($0.chosen), \($0.rejected))" }
    let before = Self.candidates.map(\.before)
    return """
      import numpy as np

      choices = [\(choices.joined(separator: ", "))]  # chosen, rejected
      before = np.array(\(Script.vector(before)))
      beta, pull, steps = \(Script.number(parameters.beta)), 0.01, \(parameters.steps)
      before /= before.sum()

      def softmax(x):
          e = np.exp(x - x.max())
          return e / e.sum()

      class Adam:
          def __init__(self):
              self.m, self.v, self.t = np.zeros(len(before)), np.zeros(len(before)), 0

          def step(self, x, g, rate):
              self.t += 1
              self.m = 0.9 * self.m + 0.1 * g
              self.v = 0.999 * self.v + 0.001 * g**2
              return x - rate * (self.m / (1 - 0.9**self.t)) / (np.sqrt(self.v / (1 - 0.999**self.t)) + 1e-8)

      def pairs(worth):  # Bradley and Terry's loss, and its slope in each worth
          g, loss = np.zeros(len(before)), 0.0
          for chosen, rejected in choices:
              miss = 1 / (1 + np.exp(worth[chosen] - worth[rejected]))
              loss += np.log1p(np.exp(worth[rejected] - worth[chosen])) / len(choices)
              g[chosen] -= miss / len(choices)
              g[rejected] += miss / len(choices)
          return loss, g

      rewards, rl, dpo = np.zeros(len(before)), np.log(before), np.log(before)
      for_rewards, for_rl, for_dpo = Adam(), Adam(), Adam()
      for step in range(steps):
          rate = 0.05 * ((steps - step) / steps)**2
          if step < steps // 3:
              loss, g = pairs(rewards)
              rewards = for_rewards.step(rewards, g + pull * rewards, rate)
          else:
              p = softmax(rl)
              advantage = rewards - beta * (np.log(p) - np.log(before))
              rl = for_rl.step(rl, -p * (advantage - (p * advantage).sum()), rate)
          implied = beta * (dpo - np.log(before))
          dpo_loss, g = pairs(implied)
          dpo = for_dpo.step(dpo, beta * (g + pull * implied), rate)
          if step < 10:
              print("step", step, "loss", loss)
      exact = softmax(np.log(before) + rewards / beta)
      print("rewards", rewards)
      for name, policy in [("exact", exact), ("rl", softmax(rl)), ("dpo", softmax(dpo))]:
          print(name, policy)

      """
  }
}
