import Notes
import Numerics
import Testing

@testable import Quiz

@Suite struct TypedWordsTests {
  private func match(
    _ typed: String, _ key: String..., in text: String = "", answers: [String] = []
  )
    -> TypedWords.Match
  {
    var known = KnownWords()
    known.add(Array(text.utf8))
    let questions = answers.map { "### Q\n<!-- quiz -->\n[[\($0)]]\n" }.joined(separator: "\n")
    for question in QuestionBank(notes("# C\n\n## L\n\n\(questions)")).questions {
      known.add(answers: question.kind.wordsAskedFor)
    }
    return TypedWords.compare(typed, key, known)
  }

  @Test(arguments: [
    ("O(n^2)", "O(n²)"), ("O(n^2)", "o(n**2)"), ("GPT-3.5", "gpt 3.5"), ("GPT-3.5", "GPT3.5"),
    ("few-shot", "few shot"), ("few-shot", "Fewshot"), ("few-shot", "few‑shot."),
    ("softmax", "“Softmax”"), ("softmax", "the softmax"), ("softmax", "`softmax`"),
    ("d_k", "dₖ"), ("d_k", "dk"), ("x^2", "x²"), ("-softmax(x)", "−softmax(x)"), ("@", "@"),
    ("undefined", "NaN"), ("undefined", "not defined"), ("infinity", "∞"), ("infinity", "inf"),
    ("two", "2"), ("2", "two"), ("0.5", "½"), ("175 billion", "175B"), ("a", "a"),
    ("U+0041", "U+0041"),
    ("key", "the key"), ("at a right angle", "at  a right-angle"), ("softmax", "ｓｏｆｔｍａｘ"),
  ])
  func right(_ key: String, _ typed: String) { #expect(match(typed, key) == .right) }

  @Test(arguments: [
    ("O(n^2)", "O(n^3)"), ("O(n^2)", "O(n)"), ("GPT-3.5", "GPT-3"), ("GPT-3.5", "GPT-4.5"),
    ("GPT-3.5", "GPT-35"), ("Llama 2", "Llama 3"), ("x_{i+1}", "x_{i-1}"), ("W_Q W_K", "W_Q W_V"),
    ("not masked", "now masked"), ("-softmax(x)", "softmax(x)"), ("softmax(x)", "softmax(y)"),
    ("n-1", "n1"), ("n-1", "n+1"), ("a-b", "ab"), ("layer1", "layer2"), ("BERT-base", "BERT-case"),
    ("symmetric", "asymmetric"), ("million", "billion"), ("embedding", "embedd"), ("3.5", "35"),
    ("key", "kez"), ("attention layer", "attention matrix"), ("attention layer", "attention"),
    ("masked", "unmasked"), ("infinity", "-inf"), ("undefined", "0"), ("softmax", "function"),
    ("softmax", ""), ("softmax", "hardmax function"),
  ])
  func wrong(_ key: String, _ typed: String) { #expect(match(typed, key) == .wrong) }

  @Test(arguments: [
    ("orthogonal", "orthagonal"), ("orthogonal", "ortogonal"), ("orthogonal", "orhtogonal"),
    ("learning rate", "laerning rate"), ("embedding", "embeddings"), ("the softmax", "softmxa"),
  ])
  func aSlip(_ key: String, _ typed: String) {
    #expect(match(typed, key) == .slip(of: key))
    #expect(match(typed, "other", key) == .slip(of: key))
  }

  @Test(arguments: [
    ("softmax", "softmax function"), ("softmax", "the softmax layer"),
    ("validation", "validation set"),
    ("identity", "identity matrix"), ("key", "key vector"), ("query", "a query vector"),
  ])
  func aGenericNoun(_ key: String, _ typed: String) { #expect(match(typed, key) == .wordy(key)) }

  /// A slip that makes another word of the notes, or another answer, was not a slip.
  @Test func whatIsAWordIsNoSlip() {
    #expect(match("decoding", "decodint") == .slip(of: "decodint"))
    #expect(match("causal", "casual") == .slip(of: "casual"))
    #expect(match("causal", "casual", in: "A *Causal* mask.") == .wrong)
    #expect(match("causal", "casual", in: "causally, noncausal") == .slip(of: "casual"))
    #expect(match("softmin", "softmax") == .wrong)
    #expect(match("softmix", "softmax", answers: ["softmix"]) == .wrong)
    #expect(match("softmax layer", "softmax", answers: ["softmax layer"]) == .wrong)
    #expect(match("weights", "weight", in: "The weights.") == .slip(of: "weight"))
  }

  /// One letter of a word that holds a digit or a sign, or is short, never counts for another.
  @Test func neverInSymbols() {
    var generator = SeededGenerator(seed: 9)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let signs = Array("0123456789^+*/=()<>")
    func draw(_ from: [Character]) -> Character { from[generator.int(in: 0...from.count - 1)] }
    for _ in 0..<2000 {
      let isShort = generator.int(in: 0...1) == 0
      var word = (0..<generator.int(in: 1...(isShort ? 5 : 12))).map { _ in draw(letters) }
      let at = generator.int(in: 0...word.count - 1)
      if !isShort { word[at] = draw(signs) }
      var other = word
      let changed = generator.int(in: 0...word.count - 1)
      other[changed] = draw(changed == at && !isShort ? signs : letters)
      guard other != word, case let (key, typed) = (String(word), String(other)),
        TypedWords(key).compact != TypedWords(typed).compact
      else { continue }
      let match = match(typed, key)
      #expect(match != .slip(of: key), "\(typed) for \(key)")
    }
  }

  /// The bank knows the words of all its notes.
  @Test func theCourseKnowsItsWords() throws {
    let bank = QuestionBank(course)
    for word in ["attention", "transpose", "encoder", "gradient"] {
      #expect(bank.words.holds(word))
    }
    #expect(!bank.words.holds("attentoin"))
    #expect(bank.words.asksFor(TypedWords("Learning-Rate")))
    let question = try #require(bank.questions.first { $0.kindName == "fill-the-blank" })
    var posed = try PresentedQuestion(question, seed: 1, words: bank.words)
    #expect(posed.form.take(posed.form.key) == nil && posed.form.verdict.isRight)
  }

  /// Whatever is typed, nothing traps, and it ends soon.
  @Test func nothingTraps() {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "½", "⁻", "₂", ",", ".", "'", " ", "1", "x", "e", "%", "billion", "(", "]", "\\frac", "-",
      "\u{0}", "٣",
    ]
    for _ in 0..<3000 {
      let text = (0..<14).map { _ in pieces[generator.int(in: 0...pieces.count - 1)] }.joined()
      _ = TypedWords(text).compact
    }
    for piece in pieces {
      let text = String(repeating: piece, count: 3000)
      #expect(TypedWords.compare(text, ["softmax"], KnownWords()) == .wrong)
    }
  }

  /// What an author puts around an answer is not asked for.
  @Test(arguments: [
    "\"softmax\"", "'softmax'", "softmax.", "\u{201C}softmax\u{201D}", "softmax!", "`softmax`",
  ])
  func quotesAndStopsOfAnAnswer(written: String) throws {
    #expect(try verdict("It is [[\(written)]].", "softmax").isRight, "\(written)")
    #expect(try !verdict("It is [[\(written)]].", "sigmoid").isRight, "\(written)")
  }

  /// Signs of code and of formulas are.
  @Test(arguments: [
    ("f(x)", "fx"), ("x.y", "xy"), ("n!", "n"), ("3!", "3"), ("a-b", "ab"), ("C++", "C"),
  ])
  func signsOfAnAnswersOwn(written: String, typed: String) throws {
    #expect(try !verdict("It is [[\(written)]].", typed).isRight, "\(written)")
  }

  /// Nor was one that makes another word of those that are taught beside each other, known to these notes or not.
  @Test(arguments: [
    ("lactose", "lactase"), ("nitrate", "nitrite"), ("alkenes", "alkanes"),
    ("microscopic", "macroscopic"), ("macroeconomics", "microeconomics"), ("molarity", "molality"),
  ])
  func whatIsTaughtBesideItIsNoSlip(_ key: String, _ typed: String) {
    #expect(match(typed, key) == .wrong && match(key, typed) == .wrong)
    #expect(match(String(key.dropLast()) + "x", key) == .slip(of: key))
  }
}
