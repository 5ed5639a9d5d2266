import Basics
import Formulas
import Numerics

/// One turn of decoding: words that are read, and the one that is likeliest behind them.
struct DecodeTurn: Sendable {
  /// The words that are new.
  let new: Range<Int>
  /// What it is called: the word that is read, or `prompt`.
  let name: String
  /// Its tables in the chain.
  let steps: Range<Int>
  /// The likeliest word after the last one, and how likely it is.
  let next: Int
  let probability: Double

  /// All words that there are after it.
  var count: Int { new.upperBound }
}

extension DecodeWidget.Parameters {
  /// How many words of the prompt are read at once.
  var portion: Int { chunk == 0 ? model.x.rows : min(chunk, model.x.rows) }

  /// Every step of every turn: the prompt, and then each word that was decoded but the last.
  func decoded() throws(InputProblem) -> (chain: Chain, turns: [DecodeTurn]) {
    var decoding = try Decoding(self)
    for first in stride(from: 0, to: model.x.rows, by: portion) {
      try decoding.read(first..<min(first + portion, model.x.rows))
    }
    for _ in 1..<max(1, count) { try decoding.readOn() }
    return (decoding.block.chain, decoding.turns)
  }
}

/// A text that grows: what was read so far, with its keys and values.
private struct Decoding {
  let parameters: DecodeWidget.Parameters
  var block: BlockChain
  var turns: [DecodeTurn] = []
  private var cache: BlockChain.Cache?
  /// Vectors of the words that were decoded and read.
  private var vectors: [ChainRef] = []
  /// The probabilities that the last turn came to.
  private var last = ChainRef.input("X")

  private var model: BlockModel { parameters.model }

  init(_ parameters: DecodeWidget.Parameters) throws(InputProblem) {
    self.parameters = parameters
    try DecodeWidget.shapes.checkSizes(parameters)
    try parameters.checkWork()
    block = try BlockChain(parameters.model)
    block.add(inputsOf: parameters)
  }

  /// Reads words of the prompt.
  mutating func read(_ new: Range<Int>) throws(InputProblem) {
    let name =
      new.count == model.x.rows && new.count > 1
      ? "prompt"
      : new.count == 1
        ? model.names[new.lowerBound] : "words \(new.lowerBound + 1)–\(new.upperBound)"
    let rows = parameters.isCached ? new : 0..<new.upperBound
    try pass(ChainPart(.input("X"), rows: rows), new, name, from: block.chain.tables.count)
  }

  /// Reads the word that was likeliest.
  mutating func readOn() throws(InputProblem) {
    guard let before = turns.last else { return }
    let (at, start) = (before.count, block.chain.tables.count)
    let name = model.nextNames[before.next]
    let end = "_t\(turns.count + 1)"
    vectors.append(
      block.add { [last] in
        $0.vector("x" + end, "\(name): its vector", of: before.next, name, chosenBy: last)
      })
    var stream = ChainPart(vectors[vectors.count - 1])
    if !parameters.isCached {
      let parts = [ChainPart(.input("X"))] + vectors.map { ChainPart($0) }
      stream = ChainPart(
        block.add { chain in
          chain.stacked("X" + end, "\(name): all words", parts)
        })
    }
    try pass(stream, at..<at + 1, name, from: start)
  }

  private mutating func pass(
    _ stream: ChainPart, _ new: Range<Int>, _ name: String, from start: Int
  ) throws(InputProblem) {
    let names = BlockChain.Names(end: "_t\(turns.count + 1)", prefix: name + ": ")
    let rows = parameters.isCached ? new.count : new.upperBound
    let (next, kept) = try block.pass(
      stream, names: names, cache: parameters.isCached ? cache : nil, isCausal: rows > 1,
      lastOnly: true)
    (cache, last) = (kept, next)
    let row = Array(block.chain.values(next).row(0))
    let likeliest = row.largest.flatMap { row.firstIndex(of: $0) } ?? 0
    turns.append(
      DecodeTurn(
        new: new, name: name, steps: start..<block.chain.tables.count, next: likeliest,
        probability: row[likeliest]))
  }
}

extension Chain {
  /// The vector of the likeliest word: its column of W_U, as input and output share one table.
  fileprivate mutating func vector(
    _ symbol: String, _ name: String, of word: Int, _ text: String, chosenBy next: ChainRef
  ) -> ChainRef {
    let source = ChainPart(.input("W_U"), columns: word..<word + 1, isTransposed: true)
    let values = part(source).values
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: values, rowNames: [text],
          columnNames: (0..<values.columns).map { "\($0 + 1)" }), name: name,
        formula: "\(symbol) = the column of W_U of \"\(text)\", the likeliest word",
        code: "W_U[:, [\(code(ChainPart(next))).argmax()]].T", parts: [ChainPart(.input("W_U"))],
        notes: ["The table that scores words gives them their vectors too, as in GPT-2."]
      ) { _, column, numbers in
        let value = values[0, column]
        return [
          Equation(
            symbol,
            "row \(column + 1) of W_U, in the column of \"\(text)\": \(numbers.text(value))",
            value: value)
        ]
      } sources: { _, column in
        [ChainCell(.input("W_U"), row: column, column: word)]
      })
  }
}
