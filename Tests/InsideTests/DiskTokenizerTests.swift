import Basics
import JSONText
import Models
import Testing

@testable import Inside

/// Tokens of a page of odd text, beside the library tokenizers.
@Suite struct DiskTokenizerTests {
  private func tokenizer(_ name: String) throws -> DiskTokenizer {
    switch name {
    case "letters": try DiskFixture.open("safetensors-llama").tokenizer
    case "gpt2", "qwen2": try DiskFixture.open("safetensors-" + name).tokenizer
    default:
      try DiskTokenizer.json(try DiskFixture.json("tokenizer-\(name).json"), count: 384)
    }
  }

  private func page(_ name: String) throws -> [(text: String, ids: [Int])] {
    try #require(try DiskFixture.json("pages.json")[name]?.array).map {
      (try #require($0["text"]?.string), try $0.values("ids").map { Int($0) })
    }
  }

  @Test(arguments: ["letters", "gpt2", "qwen2", "llama3", "smollm"])
  func agreesWithTokenizers(_ name: String) throws {
    let tokenizer = try tokenizer(name)
    for (text, ids) in try page(name) {
      #expect(tokenizer.tokens(of: text) == ids, "\(name): \(text.debugDescription)")
    }
  }

  /// The same tokens in the settings of GGUF, and in llama2.c's own file.
  @Test(arguments: [
    ("llama-f32.gguf", "letters"), ("gpt2-f16.gguf", "gpt2"), ("qwen2-f16.gguf", "qwen2"),
    ("llama-c.bin", "letters"),
  ])
  func theSameInOtherFiles(_ file: String, _ name: String) throws {
    let model = try DiskFixture.open(file)
    #expect(model.tokenizerProblem == nil)
    for (text, ids) in try page(name) where !text.contains("<") {
      #expect(model.tokenizer.tokens(of: text) == ids, "\(file): \(text.debugDescription)")
    }
  }

  @Test(arguments: ["letters", "gpt2", "qwen2", "llama3", "smollm"])
  func bytesAreTheText(_ name: String) throws {
    let tokenizer = try tokenizer(name)
    for (text, _) in try page(name) where !text.contains("<") {
      let tokens = tokenizer.tokens(of: text).dropFirst(tokenizer.first.count)
      let bytes = tokens.flatMap { tokenizer.bytes(of: $0) }
      let expected = (name == "letters" && !text.isEmpty ? " " : "") + text
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
  }

  @Test func withoutOneTokensAreNumbers() throws {
    let model = try DiskFixture.open("safetensors-llama-f16")
    #expect(model.tokenizerProblem == "the model has no tokenizer.json")
    #expect(model.tokenizer.tokens(of: "1, 17 #200") == [1, 17, 200])
    #expect(model.tokenizer.bytes(of: 17) == Array("#17".utf8))
  }
}
