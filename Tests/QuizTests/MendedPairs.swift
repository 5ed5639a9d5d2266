import Testing

/// Questions that were changed, each with what it asks for before and after, as a teacher judges them: whether the new
/// one is the old one mended. They were written down before the rule was.
enum MendedPairs {
  struct Pair: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    /// What both ask for.
    let key: String

    init(_ old: String, _ new: String, _ key: String) {
      (self.old, self.new, self.key) = (old, new, key)
    }

    var testDescription: String { "\(old) → \(new)" }
  }

  /// Mended: a slip of the pen, a spelling, an article, a form of a word, a word more or less, another order.
  static let mended: [Pair] = [
    .init("What is the capitel of France?", "What is the capital of France?", "Paris"),
    .init(
      "Who composed the Moonligt Sonata?", "Who composed the Moonlight Sonata?",
      "Ludwig van Beethoven"),
    .init("What is an atmo made of?", "What is an atom made of?", "a nucleus and electrons"),
    .init(
      "Which color has the sky at noon?", "Which colour has the sky at noon?", "the blue of the sea"
    ),
    .init(
      "Which center of the brain controls breathing?",
      "Which centre of the brain controls breathing?", "the brain stem"),
    .init("How is a sentence tokenised?", "How is a sentence tokenized?", "into pieces of words"),
    .init("What does haemoglobin carry?", "What does hemoglobin carry?", "oxygen"),
    .init(
      "Which rule does naive Bayes assume?", "Which rule does naïve Bayes assume?",
      "independence of the features"),
    .init("Who wrote Hamlet?", "Who wrote the play Hamlet?", "William Shakespeare"),
    .init(
      "Which organelle carries out cellular respiration?",
      "Which organelle carries out respiration?", "the mitochondria"),
    .init("Who was the composer of Fidelio?", "Fidelio: who was its composer?", "Beethoven"),
    .init("Who has painted the Mona Lisa?", "By whom was the Mona Lisa painted?", "Leonardo"),
    .init(
      "Which function divides by the sum?", "Which function divided by the sum?", "the softmax"),
    .init("What do the queries meet?", "What does the query meet?", "the keys of all words"),
    .init("What is a vertex joined to?", "What are vertices joined to?", "others, by edges"),
    .init("Who writes the weights?", "Who wrote the weights?", "the optimiser"),
    .init("What is self-attention?", "What is selfattention?", "a mix of the values"),
    .init("What is self-attention?", "What is self attention?", "a mix of the values"),
    .init(
      "What isn't learned in the frozen layers?", "What is not learned in the frozen layers?",
      "their weights"),
    .init("What do the three layers share?", "What do the 3 layers share?", "the same weights"),
    .init(
      "Wie heißt die Haupstadt von Italien?", "Wie heißt die Hauptstadt von Italien?", "Rom"),
    .init(
      "Welche Funktion teilt durch die Summe?", "Welche Funktion teilt durch eine Summe?",
      "der Softmax"),
    .init(
      "Was sagt der Wert eines Wortes?", "Was sagen die Werte eines Wortes?",
      "was es den anderen gibt"),
    .init("Qui a peint la Joconde ?", "Qui a peint le tableau de la Joconde ?", "Léonard de Vinci"),
    .init("¿Quién escribió el Quijote?", "¿Quién escribió «Quijote»?", "Miguel de Cervantes"),
    .init("法国的首都是哪里？", "法国首都是哪里？", "巴黎"),
    .init("什么是注意力？", "注意力是什么？", "值的加权和"),
    .init("谁写了小说《呐喊》？", "谁写了《呐喊》？", "鲁迅"),
    .init("フランスの首都はどこですか", "フランスの首都はどこでしょうか。", "パリ"),
    .init("注意機構とは何か", "注意機構とは、何ですか？", "値の加重和"),
    .init("ソフトマックスは何をしますか", "ソフトマックス関数は何をしますか", "正規化"),
  ]

  /// One word, which is a little one in one of them, makes another question.
  static let turned: [Pair] = [
    .init("Which gate gives one here?", "Which gate gives two here?", "the exclusive or"),
    .init("Which gate gives one here?", "Which gate gives zero here?", "the exclusive or"),
    .init("Which gate has a wire?", "Which gate has two wires?", "the exclusive or"),
    .init("Who ruled in 1990?", "Who ruled before 1990?", "the old king of the land"),
    .init("Which weights does any row share?", "Which weights does every row share?", "the last"),
  ]

  /// Another word that tells stands where one stood: another question, though it asks for the same.
  static let others: [Pair] = [
    .init("Who composed the Moonlight Sonata?", "Who composed Fidelio?", "Ludwig van Beethoven"),
    .init(
      "What is the first stage of photosynthesis called, in which light is taken in?",
      "What is the second stage of photosynthesis called, in which light is taken in?",
      "the light-dependent reactions"),
    .init(
      "Which organelle carries out cellular respiration?",
      "Which organelle holds DNA of its own?", "the mitochondria"),
    .init("Who wrote Hamlet?", "Who wrote Macbeth?", "William Shakespeare"),
    .init(
      "Who painted the Night Watch?", "Who painted the Jewish Bride?", "Rembrandt van Rijn"),
    .init(
      "Who won the World Cup in 1990?", "Who won the World Cup in 2014?", "the team of Germany"),
    .init(
      "What does the encoder hand on?", "What does the decoder hand on?", "a sequence of vectors"),
    .init("What is a salt of a nitrate?", "What is a salt of a nitrite?", "a chemical compound"),
    .init(
      "What does macroeconomics study?", "What does microeconomics study?",
      "how people use what is scarce"),
    .init("What is lactose?", "What is lactase?", "a molecule of living beings"),
    .init(
      "What limits the throughput of a queue?", "What limits the latency of a queue?",
      "the slowest of its stages"),
    .init(
      "Which layer normalises before attention?", "Which layer normalises after attention?",
      "the layer normalisation"),
    .init(
      "Which weights are frozen in the adapter?", "Which weights are trained in the adapter?",
      "the matrices of low rank"),
    .init(
      "What must be larger than the batch?", "What must be smaller than the batch?",
      "the number of its examples"),
    .init(
      "Where do gradients flow to the loss?", "Where do gradients flow from the loss?",
      "backwards through the graph"),
    .init("Which of these is a mammal?", "Which of these is not a mammal?", "the great blue whale"),
    .init(
      "What is the derivative of the function?", "What is the integral of the function?",
      "an exponential function"),
    .init(
      "What does the employer pay into?", "What does the employee pay into?", "the pension fund"),
    .init("Wer schrieb den Faust?", "Wer schrieb den Egmont?", "Johann Wolfgang von Goethe"),
    .init(
      "Welche Stadt liegt an der Donau?", "Welche Stadt liegt an der Moldau?",
      "eine alte Hauptstadt"),
    .init("Qui a peint la Joconde ?", "Qui a peint la Cène ?", "Léonard de Vinci"),
    .init(
      "¿Quién escribió el Quijote?", "¿Quién escribió la Galatea?", "Miguel de Cervantes"),
    .init("法国的首都是哪里？", "德国的首都是哪里？", "一座古老的大城市"),
    .init("谁写了《呐喊》？", "谁写了《彷徨》？", "鲁迅，原名周树人"),
    .init("BERT是什么？", "变换器是什么？", "一种大的语言模型"),
    .init("蜜蜂是什么？", "蜂蜜是什么？", "花园里的东西之一"),
    .init("哪些层被训练？", "哪些层不被训练？", "最后的两个线性层"),
    .init("フランスの首都はどこですか", "ドイツの首都はどこですか", "ヨーロッパの古い都市"),
    .init("いちごは果物ですか", "きゅうりは果物ですか", "果物と呼ばれています"),
    .init("学習されるものはどれですか", "学習されないものはどれですか", "最後の線形層の重み"),
  ]
}
