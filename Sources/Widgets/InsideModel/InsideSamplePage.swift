import Inside
import Lab
import Models
import Numerics
import TextUI

/// Token after token, drawn or likeliest.
extension InsideWidget {
  func samplePage(_ view: View) -> [WidgetBlock] {
    let choice = choice
    let whole = whole.map { sampling($0.logits(after: tokens.count - 1)) }
    let numbers = NumberText(significant: 3, ascii: view.ascii)
    let temperature = "temperature \(numbers.text(parameters.temperature))"
    // On a low screen the line of settings gives way, and what the bars depend on most does not.
    let title =
      parameters.temperature == 0
      ? "the next token: at 0 the likeliest"
      : view.isShort ? "the next token, \(temperature)" : "the next token"
    let bars = compared(
      title,
      // What has no share and was not cut either is nothing that a sampler sees.
      choice.order.prefix(8).filter { token in
        choice.probabilities[token] > 0
          || parameters.temperature > 0 && !choice.kept.contains(token)
      }.map { token in
        ShareBars.Bar(
          name: visible(token, ascii: view.ascii), share: choice.probabilities[token],
          note: choice.kept.contains(token) ? "" : ", cut", before: whole?.probabilities[token])
      })
    let settings = [
      temperature,
      parameters.topK == 0 ? "top-k all" : "top-k \(parameters.topK)",
      parameters.topP == 1 ? "top-p all" : "top-p \(numbers.text(parameters.topP))",
      "seed \(parameters.seed)", "\(parameters.said.count) drawn",
    ]
    let shape = decoder.shape
    let kept = tokens.count * 2 * shape.keyHeads * shape.headWidth * shape.layers
    let cache =
      !isOwn
      ? "Each step reads the text again, \(tokens.count) tokens: all of it is kept for the other pages."
      : cached == nil
        ? "With parts off every step reads all \(tokens.count) tokens again: the cache knows of no part."
        : "The cache holds keys and values of \(tokens.count) tokens, "
          + "\(LabText.grouped(kept)) numbers: one more costs one place, without it \(tokens.count + 1)."
    return [
      .figure(PartsLine(parts: settings), rank: 2, hasGap: false),
      WidgetBlock(
        .drawing(
          rows: 3...9, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
          told: { bars.told }), rank: 0), .text([cache], rank: 1),
    ]
  }
}
