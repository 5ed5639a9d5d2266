import JSONText
import Testing

@testable import Numerics

@Suite struct TransformerPresetTests {
  /// As torch and transformers build them, to the last weight; but for the paper's two, where torch
  /// gives the attention biases too.
  @Test func weightsAreThoseOfTheModelsThemselves() throws {
    let cases = try Fixture.load("presets.json")
    #expect(cases.count == TransformerPreset.all.count)
    for json in cases {
      let preset = try #require(
        TransformerPreset.all.first { $0.name == json["name"]?.string })
      #expect(try preset.shape.parameters == json.int("weights"), "\(preset.name)")
    }
  }

  /// The paper's base model was published as 65 million; its sizes and 37,000 tokens make 63.
  @Test func weightsAreNearWhatWasPublished() {
    for preset in TransformerPreset.all {
      let share = Double(preset.shape.parameters) / Double(preset.publishedParameters)
      let bound =
        preset.name == "GPT-2 1.5B" ? 0.04 : preset.name == "Transformer base" ? 0.03 : 0.006
      #expect((share - 1).magnitude < bound, "\(preset.name): \(share)")
      #expect(preset.shape.headsFit && !preset.source.isEmpty && !preset.published.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("gpt-2", "GPT-2 124M"), ("GPT2", "GPT-2 124M"), ("gpt 2 small", "GPT-2 124M"),
      ("openai-community/gpt2-medium", "GPT-2 355M"), ("gpt2_large", "GPT-2 774M"),
      ("GPT-2-XL", "GPT-2 1.5B"), ("gpt2 1.5b", "GPT-2 1.5B"), ("llama 7b", "Llama 2 7B"),
      ("Llama-2-7b-hf", "Llama 2 7B"), ("LLaMA", "Llama 2 7B"), ("llama2", "Llama 2 7B"),
      ("llama3", "Llama 3 8B"), ("meta-llama/Meta-Llama-3-8B-Instruct", "Llama 3 8B"),
      ("llama 3.1 8B", "Llama 3 8B"), ("base", "Transformer base"),
      ("the big model", "Transformer big"),
      ("Attention Is All You Need", "Transformer base"), ("transformer-big", "Transformer big"),
      ("Vaswani et al.", nil), ("gpt", nil), ("llama 70b", nil), ("", nil), ("/", nil),
    ] as [(String, String?)])
  func modelsAreKnownByTheNamesThatPeopleWrite(text: String, name: String?) {
    #expect(TransformerPreset.named(text)?.name == name)
  }

  /// A name belongs to one model.
  @Test func namesAreTold() {
    let names = TransformerPreset.all.flatMap { [$0.name] + $0.otherNames }
    for preset in TransformerPreset.all {
      for name in [preset.name] + preset.otherNames {
        #expect(TransformerPreset.named(name) == preset, "\(name)")
      }
    }
    #expect(Set(names).count == names.count)
  }

  @Test func groupedAndGatedShapesAgreeWithTransformers() throws {
    let cases = try Fixture.load("grouped_shapes.json")
    #expect(cases.count == 40)
    for json in cases {
      let shape = TransformerShape(
        vocabulary: try json.int("vocabulary"), length: try json.int("length"),
        width: try json.int("width"), heads: try json.int("heads"),
        keyValueHeads: try json.int("groups"), layers: try json.int("layers"),
        hidden: try json.int("hidden"), isGated: true, biases: json["biases"]?.bool == true,
        norm: .rms, positions: .rotary, tiedOutput: json["tied"]?.bool == true)
      #expect(try shape.parameters == json.int("weights"))
      #expect(try shape.cacheBytes() == json.int("cacheBytes"))
      #expect(shape.headsFit)
    }
  }

  @Test func memory() throws {
    let llama = try #require(TransformerPreset.all.last).shape
    // 128 KiB a token in 16 bits: 2 · 32 blocks · 1024 · 2 bytes.
    #expect(llama.cacheBytes() == 8192 * 131_072)
    #expect(llama.cacheBytes(.float32, sequences: 3) == 6 * 8192 * 131_072)
    #expect(llama.weightBytes(.bfloat16) == 2 * 8_030_261_248)
    #expect(llama.weightBytes(.int4) == 8_030_261_248 * 9 / 16)
    for method in TrainingMemory.Method.allCases {
      let memory = TrainingMemory(llama, method)
      #expect(memory.bytes == 16 * llama.parameters)
      #expect(memory.parts.count == (method == .mixed ? 5 : 4))
    }
    let base = TransformerPreset.all[0].shape
    // Of itself and of the source: 2 · 2 · 6 blocks · 512 positions · 512 · 2 bytes.
    #expect(base.cacheBytes() == 2 * 2 * 6 * 512 * 512 * 2)
  }

  /// The formulas say what the counts are, in names and in numbers.
  @Test func formulasAreTheCounts() throws {
    let llama = try #require(TransformerPreset.all.last).shape
    let part = try #require(llama.parts.first { $0.name == "query, key, value" })
    #expect(part.parametersFormula.text == "d·d + 2·d·k")
    #expect(part.parametersFormula.text(llama) == "4096·4096 + 2·4096·1024")
    #expect(part.shape == "8192×4096, 2 of 8192×1024")
    #expect(part.parametersFormula.text(times: " * ", \.rawValue) == "d * d + 2 * d * k")
    for preset in TransformerPreset.all {
      for part in preset.shape.parts {
        for (formula, count) in [
          (part.parametersFormula, part.parameters), (part.multiplyAddsFormula, part.multiplyAdds),
        ] {
          let sum = formula.text(preset.shape).split(separator: " + ").map { product in
            product.split(separator: "·").compactMap { Int($0) }.reduce(1, *)
          }.reduce(0, +)
          #expect(sum == count, "\(part.name) of \(preset.name)")
        }
      }
    }
  }

  @Test func aDecoderThatLooksAtAnEncoder() {
    let base = TransformerPreset.all[0].shape
    let names = base.parts.map(\.name)
    #expect(names.contains("decoder: cross, query, key, value"))
    #expect(names.contains("norm after attention") && !names.contains("final norm"))
    #expect(base.parts.filter { $0.place == .decoderBlock }.allSatisfy { $0.copies == 6 })
    let block = base.parts.filter { $0.place == .block }.reduce(0) { $0 + $1.multiplyAdds }
    let decoder = base.parts.filter { $0.place == .decoderBlock }.reduce(0) { $0 + $1.multiplyAdds }
    let (n, d) = (512, 512)
    #expect(decoder - block == 4 * n * d * d + 2 * n * n * d)
  }
}
