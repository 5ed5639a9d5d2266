/// A published model's sizes, with the count of parameters that was published for it.
package struct TransformerPreset: Equatable, Sendable {
  /// The model's name.
  package let name: String
  /// Other names that people give it.
  let otherNames: [String]
  /// Its sizes.
  package let shape: TransformerShape
  /// The parameters that were published, to as many digits as were.
  package let published: String
  /// The number that stands for.
  package let publishedParameters: Int
  /// Who published it.
  package let source: String
}

extension TransformerPreset {
  /// The model that a name stands for, however it is written: `gpt-2`, `GPT2 XL`, `meta-llama/Llama-2-7b-hf`.
  package static func named(_ text: String) -> TransformerPreset? {
    let wanted = plain(text)
    return all.first { model in
      ([model.name] + model.otherNames).contains { plain($0) == wanted }
    }
  }

  /// A name without capitals, signs, who published it, and what it was trained on since.
  private static func plain(_ name: String) -> String {
    let own = name.lowercased().split(separator: "/").last ?? ""
    let words = own.split { !$0.isLetter && !$0.isNumber && $0 != "." }
    let silent: Set<Substring> = [
      "the", "model", "openai", "meta", "hf", "chat", "instruct", "architecture",
    ]
    return words.filter { !silent.contains($0) }.joined()
  }

  /// The models at hand, oldest first.
  package static let all =
    [
      transformer(
        "Transformer base",
        [
          "base", "Transformer", "base Transformer", "original Transformer", "2017 base",
          "base 2017",
          "Transformer 2017", "Transformer 2017 base", "Vaswani", "Vaswani base", "Vaswani 2017",
          "Attention is all you need",
        ], width: 512, heads: 8, hidden: 2048, 65_000_000, "65 M"),
      transformer(
        "Transformer big",
        ["big", "big Transformer", "2017 big", "big 2017", "Transformer 2017 big", "Vaswani big"],
        width: 1024, heads: 16, hidden: 4096, 213_000_000, "213 M"),
      gpt2(
        "GPT-2 124M", ["GPT-2", "GPT-2 small", "GPT-2 base", "GPT-2 117M"], width: 768, heads: 12,
        layers: 12, 124_000_000, "124 M"),
      gpt2(
        "GPT-2 355M", ["GPT-2 medium", "GPT-2 345M"], width: 1024, heads: 16, layers: 24,
        355_000_000, "355 M"),
      gpt2(
        "GPT-2 774M", ["GPT-2 large", "GPT-2 762M"], width: 1280, heads: 20, layers: 36,
        774_000_000, "774 M"),
      gpt2(
        "GPT-2 1.5B", ["GPT-2 XL", "GPT-2 1558M", "GPT-2 1542M"], width: 1600, heads: 25,
        layers: 48, 1_500_000_000, "1.5 B"),
    ] + llamas

  /// One shared vocabulary of about 37,000 for source, target and output, sequences of 512 here.
  private static func transformer(
    _ name: String, _ otherNames: [String], width: Int, heads: Int, hidden: Int,
    _ parameters: Int, _ text: String
  ) -> TransformerPreset {
    TransformerPreset(
      name: name, otherNames: otherNames,
      shape: TransformerShape(
        vocabulary: 37_000, length: 512, width: width, heads: heads, layers: 6, decoderLayers: 6,
        hidden: hidden, normFirst: false, positions: .sinusoidal),
      published: text, publishedParameters: parameters, source: "Vaswani et al. 2017, table 3")
  }

  private static func gpt2(
    _ name: String, _ otherNames: [String], width: Int, heads: Int, layers: Int,
    _ parameters: Int, _ text: String
  ) -> TransformerPreset {
    TransformerPreset(
      name: name, otherNames: otherNames,
      shape: TransformerShape(
        vocabulary: 50_257, length: 1024, width: width, heads: heads, layers: layers),
      published: text, publishedParameters: parameters,
      source: "the names of OpenAI's released models (Radford et al. 2019 count them too low)")
  }

  private static let llamas = [
    TransformerPreset(
      name: "Llama 2 7B", otherNames: ["Llama", "Llama 7B", "Llama 1 7B", "Llama 2"],
      shape: TransformerShape(
        vocabulary: 32_000, length: 4096, width: 4096, heads: 32, layers: 32, hidden: 11_008,
        isGated: true, biases: false, norm: .rms, positions: .rotary, tiedOutput: false),
      published: "6.7 B", publishedParameters: 6_700_000_000,
      source: "Touvron et al. 2023 (LLaMA), table 2, the same sizes"),
    TransformerPreset(
      name: "Llama 3 8B", otherNames: ["Llama 3", "Llama 8B", "Llama 3.1", "Llama 3.1 8B"],
      shape: TransformerShape(
        vocabulary: 128_256, length: 8192, width: 4096, heads: 32, keyValueHeads: 8, layers: 32,
        hidden: 14_336, isGated: true, biases: false, norm: .rms, positions: .rotary,
        tiedOutput: false),
      published: "8.03 B", publishedParameters: 8_030_000_000,
      source: "the released checkpoint's page, Meta-Llama-3-8B"),
  ]
}
