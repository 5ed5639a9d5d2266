import Inside
import Lab
import Models
import Numerics
import TextUI

/// Whole answers, and how likely they are to each of the models.
extension InsideWidget {
  func answersPage(_ view: View) -> [WidgetBlock] {
    guard isOwn else {
      return [lacking("Answers are compared between models over the same weights")]
    }
    guard let odds = study(AnswerOdds.self), !odds.answers.isEmpty else {
      return [.text(["The models are asked: it begins."], .muted, rank: 0)]
    }
    let texts = odds.answers.indices.map { answer in
      odds.models.indices.map { model in
        odds.cells[model][answer].map { LabText.share($0.probability) } ?? "?"
      }
    }
    let title = "would say exactly this next"
    let answers = odds.answers.map { TokenText.visible(Array($0.utf8), ascii: view.ascii) }
    let names = odds.models.map { model.name(with: $0) }
    let widest = 26
    let width =
      min(widest, answers.map(\.displayWidth).max() ?? 0)
      + names.map { max($0.displayWidth, 8) + 2 }.total + 4
    // Where the table would be cut, each answer has a line for all models.
    let isLong = names.contains { $0.displayWidth > 20 }
    if let columns = view.room?.columns, isLong || width > columns {
      let current = variants.firstIndex(of: parameters.model)
      // The one that was asked about comes first, beside what came of the guess.
      let asked = parameters.guess.made == nil ? nil : odds.askedAbout
      let order = answers.indices.sorted { ($0 == asked ? 0 : 1, $0) < ($1 == asked ? 0 : 1, $1) }
      let lists = order.flatMap { answer -> [WidgetBlock] in
        // The first stays, whatever else has to go.
        let rank = answer == order.first ? 0 : 2
        let shares = names.enumerated().map { at, name in
          [Cell](
            "\(name) \(texts[answer][at])", at == current ? Style(.accent, .bold) : .text)
        }
        let isTooLong = shares.contains { $0.count + 1 > columns }
        return [
          .text(
            [answers[answer]], Style(.strong, .bold), rank: rank,
            hasGap: answer != order.first),
          isTooLong
            ? WidgetBlock(.lines(shares), rank: rank, hasGap: false)
            : .figure(PartsLine(parts: shares, gap: 2), rank: rank, hasGap: false),
        ]
      }
      return [.text([title], Style(.heading, .bold), rank: 2, hasGap: false)] + lists
        + working("asking")
    }
    var grid = Grid(title, texts: texts, rowNames: answers, columnNames: names)
    grid.nameLimit = widest
    grid.cover = { row, column in texts[row][column] == "?" ? .later : nil }
    grid.lit = [
      LitCells(
        place: .column(variants.firstIndex(of: parameters.model) ?? 0), role: .accent)
    ]
    let format =
      "\(model.name(with: "base")) reads the text and goes on"
      + (variants.count > 1
        ? "; the others are asked it: <user> before it, <bot> before the answer." : ".")
    return [.grids(grid, rank: 0), .text([format], rank: 2)] + working("asking")
  }
}
