import Libc
import Inside
import Models
import Numerics

/// `train all|gate|text`: trains the model inside the program, tries it, and shows what it is trained on.
@main
struct Train {
  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      switch options.command {
      case .all: try all(options)
      case .gate: try gate(options)
      case .text: text(options)
      case nil: print(Options.help)
      }
    } catch {
      print("train: \(error)")
      exit(2)
    }
  }

  /// All stages, then the file with the gate's figures of what is in it: rounded to eight bits.
  private static func all(_ options: Options) throws {
    let run = Run(folder: options.folder, seed: options.seed)
    try run.begin()
    let vocabulary = Vocabulary.inside
    var packer = Packer(vocabulary)
    var base = Decoder<Float>(InsideShape.shape(vocabulary: vocabulary.count), seed: options.seed)
    base = try run.train(base, &packer, RepeatStage(vocabulary))
    base = try run.train(base, &packer, TextStage())
    base = try run.train(base, &packer, RetrievalStage())
    base = try run.train(base, &packer, MixedStage())
    // What follows is learnt on the base that is shipped, so that nothing changes under it.
    let rounded = try ModelFile(
      ModelFile(vocabulary: vocabulary, base: base, adaptations: [], gate: []).bytes
    ).base
    var instructed = Adaptation.prepared(rounded, seed: options.seed)
    let slots = Adaptation.slots(of: instructed, vocabulary)
    instructed = try run.train(instructed, &packer, InstructStage(), moving: slots)
    let preferred = try PreferStage.prefer.train(instructed, &packer, run)
    let overPreferred = try PreferStage.overPrefer.train(instructed, &packer, run)
    let file = ModelFile(
      vocabulary: vocabulary, base: base,
      adaptations: [
        ("instruct", instructed), ("prefer", preferred), ("overprefer", overPreferred),
      ].map { ModelFile.adaptation($0, of: $1, rounded, vocabulary) }, gate: [])
    let shipped = try ModelFile(file.bytes)
    let tables = GateCommand.tables(shipped, cases: options.cases)
    let bytes = ModelFile(
      vocabulary: vocabulary, base: base, adaptations: file.adaptations, gate: tables
    ).bytes
    let table = GateCommand.markdown(tables)
    print(table)
    try run.write(bytes, "inside.model")
    try run.write(Array(table.utf8), "gate.md")
    if let path = options.file { try Run.write(bytes, to: path) }
    print("\(bytes.count) bytes")
  }

  private static func gate(_ options: Options) throws {
    if let stage = options.stage {
      let vocabulary = Vocabulary.inside
      var decoder = Decoder<Float>(InsideShape.shape(vocabulary: vocabulary.count))
      let isBase = [RepeatStage.name, TextStage.name, RetrievalStage.name, MixedStage.name]
        .contains(stage)
      if !isBase { decoder = Adaptation.prepared(decoder, seed: 0) }
      let run = Run(folder: options.folder, seed: options.seed)
      guard let kept = try run.load(stage, count: decoder.parameters.count) else {
        throw Mistake("there is no \(stage).f32 in \(options.folder)")
      }
      decoder.parameters = kept
      let table = Gate.table(isBase ? "base" : stage, decoder, vocabulary, cases: options.cases)
      print(GateCommand.markdown([table]))
      return
    }
    let file =
      try options.file.map { try ModelFile(Run.read($0)) } ?? ShippedModel.file.get()
    let tables = GateCommand.tables(file, cases: options.cases)
    print(GateCommand.markdown(tables))
    let isLong = file.gate.first?.scores.first?.count == options.cases
    if isLong { print(tables == file.gate ? "as in the file" : "NOT what the file says") }
    if isLong, tables != file.gate { exit(1) }
  }

  private static func text(_ options: Options) {
    var source = Source(seed: options.seed)
    for kind in Corpus.Kind.allCases {
      for _ in 0..<options.count { print("\(kind): \(Corpus.passage(kind, &source).text)") }
    }
    for task in Chat.Task.allCases {
      for _ in 0..<options.count {
        let (prompt, answer) = Chat.passage(task, &source).asked ?? ("", "")
        print("\(task): <user>\(prompt)<bot>\(answer)")
      }
    }
  }
}

extension Vocabulary {
  /// The one of the model inside: learnt from text of the corpus, whatever the seed of the training.
  static var inside: Vocabulary { Vocabulary(learning: 800, characters: 400_000, seed: 1) }
}
