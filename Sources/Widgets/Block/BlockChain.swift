import Formulas
import Numerics
import TextUI

/// The steps of a block: for all words at once, or for new ones behind those whose keys and values are
/// kept in a cache.
struct BlockChain {
  /// Keys and values of the words before.
  struct Cache {
    let key, value: ChainRef
  }

  /// How the steps of one pass are told from those of others.
  struct Names {
    /// Behind the symbols: `_t2`.
    var end = ""
    /// Before what the steps are called: `on: `.
    var prefix = ""
  }

  private(set) var chain = Chain()
  private let model: BlockModel

  /// The inputs alone; throws where they do not fit each other.
  init(_ model: BlockModel) throws(InputProblem) {
    self.model = model
    let (keys, values) = (model.wq.columns, model.wv.columns)
    guard keys.isMultiple(of: model.heads), values.isMultiple(of: model.heads) else {
      throw InputProblem(
        "heads", "\(model.heads) heads do not divide \(keys) columns of W_Q and \(values) of W_V",
        remedy: HeadCounts.remedy(keys, values))
    }
    guard model.scale1.rows == 2 else {
      throw InputProblem(
        "norm_1", "two rows belong there, γ and β", remedy: "write norm_1 = 1 1; 0 0")
    }
  }

  /// The matrices, as far as they have a part in it.
  mutating func add<P: ModelParameters>(inputsOf parameters: P) {
    let roles: [String: Role] = ["W_Q": .query, "W_K": .key, "W_V": .value]
    func numbers(_ count: Int) -> [String] { (0..<count).map { "\($0 + 1)" } }
    for shape in InputShape<P>.model where model.reads(shape.key) {
      let matrix = parameters[keyPath: shape.path]
      let rows =
        shape.key == "X"
        ? model.names : shape.filler == [0] ? numbers(matrix.rows) : ["γ", "β"]
      _ = chain.add(
        shape.key,
        NamedTable(
          symbol: shape.key, values: matrix, rowNames: rows,
          columnNames: shape.key == "W_U" ? model.nextNames : numbers(matrix.columns),
          role: roles[shape.key]))
    }
  }

  /// Norm, attention, addition, norm, MLP, addition, logits and probabilities, for the words of `stream`;
  /// with a cache these are the new ones, and look at all. Of `lastOnly` words only the last has logits.
  mutating func pass(
    _ stream: ChainPart, names: Names = Names(), cache: Cache? = nil, isCausal: Bool = true,
    lastOnly: Bool = false
  ) throws(InputProblem) -> (next: ChainRef, cache: Cache) {
    let (end, prefix, isPre) = (names.end, names.prefix, model.place == .pre)
    let read =
      isPre ? ChainPart(norm("N_1" + end, prefix + "norm", stream, "norm_1")) : stream
    let (found, kept) = try attention(read, names, cache, isCausal)
    var middle = chain.sum(
      "X_mid" + end, prefix + "+ attention", [stream, ChainPart(found)])
    chain.because(Self.addition)
    if !isPre { middle = norm("N_1" + end, prefix + "norm", ChainPart(middle), "norm_1") }
    let again =
      isPre ? norm("N_2" + end, prefix + "second norm", ChainPart(middle), "norm_2") : middle
    let added = try chain.mlp(ChainPart(again), model.activation, end: end, prefix: prefix)
    let out = chain.sum(
      "X_out" + end, prefix + "+ MLP", [ChainPart(middle), ChainPart(added)])
    chain.because(Self.addition)
    var spoken = ChainPart(out)
    if lastOnly {
      let rows = chain.values(out).rows
      spoken.rows = rows - 1..<rows
    }
    let last = norm(
      (isPre ? "N_f" : "N_2") + end, prefix + (isPre ? "last norm" : "second norm"), spoken,
      isPre ? "norm_f" : "norm_2")
    let logits = try chain.product(
      "logits" + end, prefix + "logits", ChainPart(last), ChainPart(.input("W_U")),
      columnNames: model.nextNames)
    chain.because("A score for each word that may come next.")
    let next = chain.softmax(
      "p" + end, prefix + "probabilities", logits, columnNames: model.nextNames)
    return (next, kept)
  }

  private static let addition = "Each part adds to what there is of a word, and takes nothing away."

  private mutating func attention(
    _ read: ChainPart, _ names: Names, _ cache: Cache?, _ isCausal: Bool
  ) throws(InputProblem) -> (added: ChainRef, cache: Cache) {
    let (end, prefix) = (names.end, names.prefix)
    let isNew = cache != nil
    let q = try chain.projected(
      "Q" + end, prefix + "queries", read, .input("W_Q"), .query,
      notes: isNew ? ["The queries of the words before are not needed again."] : [])
    let k = try chain.projected(
      (isNew ? "k" : "K") + end, prefix + "keys", read, .input("W_K"), .key)
    let v = try chain.projected(
      (isNew ? "v" : "V") + end, prefix + "values", read, .input("W_V"), .value)
    var kept = Cache(key: k, value: v)
    if let cache {
      let rows = chain.values(cache.key).rows
      let notes = [
        "\(rows == 1 ? "Row 1 was" : "Rows 1–\(rows) were") kept from before; only what is below is new."
      ]
      kept = Cache(
        key: chain.stacked(
          "K" + end, prefix + "all keys", [ChainPart(cache.key), ChainPart(k)], role: .key,
          notes: notes),
        value: chain.stacked(
          "V" + end, prefix + "all values", [ChainPart(cache.value), ChainPart(v)], role: .value,
          notes: notes))
    }
    let joined = try chain.attention(
      q, ChainPart(kept.key), ChainPart(kept.value), heads: model.heads, isCausal: isCausal,
      end: end, prefix: prefix)
    let added = try chain.product(
      "attn" + end, prefix + "attention adds", ChainPart(joined), ChainPart(.input("W_O")))
    chain.because("What the heads found, as wide as the words' vectors again.")
    return (added, kept)
  }

  private mutating func norm(
    _ symbol: String, _ name: String, _ stream: ChainPart, _ key: String
  ) -> ChainRef {
    let scale = key == "norm_1" ? model.scale1 : key == "norm_2" ? model.scale2 : model.scaleLast
    return chain.norm(
      symbol, name, stream, scaledBy: key, scale, method: model.method)
  }

  /// Another table of its own, such as what a word brings along.
  mutating func add(_ make: (inout Chain) -> ChainRef) -> ChainRef { make(&chain) }
}
