import Basics
import Models
import TestSupport
import Testing

@testable import Inside

/// Files that are cut, lie, or are of others: a sentence, and nothing else happens.
@Suite struct DiskTroubleTests {
  private static let seeds = "\(Files.tests)/Fuzz/Seeds"

  private func gguf() throws -> [UInt8] { try Files.bytes(of: "\(Self.seeds)/gguf/small") }

  private func problem(
    _ files: [String: [UInt8]], _ name: String? = "m.gguf", memory: Int = 1 << 40
  ) -> String? {
    do throws(DiskProblem) {
      _ = try DiskModel.open(name, in: FilesInMemory(files: files, memory: memory), named: "m")
      return nil
    } catch { return error.message }
  }

  /// With the bytes of one text put in the place of another's, as many.
  private func swapped(_ bytes: [UInt8], _ old: String, _ new: [UInt8]) throws -> [UInt8] {
    let old = Array(old.utf8)
    let at = try #require(
      bytes.indices.first { bytes[$0...].starts(with: old) },
      "\(String(decoding: old, as: UTF8.self))")
    return Array(bytes[..<at] + new + bytes[(at + new.count)...])
  }

  @Test func aCutFileIsTold() throws {
    let whole = try gguf()
    #expect(problem(["m.gguf": whole]) == nil)
    for length in stride(from: 0, to: whole.count, by: 7) {
      let message = problem(["m.gguf": Array(whole[..<length])])
      #expect(message != nil, "\(length)")
      // Behind its first bytes it is known for what it is: wherever it ends, that is said in the same words.
      if length >= 24 {
        #expect(
          message?.hasSuffix(": it is cut, so fetch or copy it again") == true, "\(message ?? "")")
      }
    }
    #expect(
      problem(["m.gguf": Array(whole.dropLast(5))])?.hasSuffix(
        "it is cut, so fetch or copy it again") == true)
  }

  @Test func whatIsUnknownIsNamed() throws {
    let whole = try gguf()
    let mamba = try swapped(whole, "llama", Array("mamba".utf8))
    #expect(
      problem(["m.gguf": mamba])
        == "the model is of the family mamba; those that can be opened are llama, qwen2, qwen3, gpt2"
    )
    // The type stands behind the name and the sizes.
    let at = try #require(
      whole.indices.first { whole[$0...].starts(with: Array("blk.0.attn_q.weight".utf8)) })
    var other = whole
    other[at + 19 + 4 + 16] = 11
    #expect(
      problem(["m.gguf": other])
        == "blk.0.attn_q.weight is stored as Q3_K; what can be read is F32, F16, BF16, Q8_0, Q4_0, "
        + "Q4_1, Q5_0, Q4_K, Q6_K")
    var version = whole
    version[4] = 9
    #expect(problem(["m.gguf": version])?.contains("version of GGUF is 9") == true)
    #expect(problem(["m.gguf": Array("# Notes".utf8)])?.hasPrefix("m is no model") == true)
  }

  @Test func liesAreFound() throws {
    let whole = try gguf()
    let at = try #require(
      whole.indices.first { whole[$0...].starts(with: Array("blk.0.attn_q.weight".utf8)) })
    // A size of 2^56, and one that does not fit the others.
    for (place, value) in [(at + 23 + 7, UInt8(1)), (at + 23, 9), (at + 31, 4), (at + 43, 1)] {
      var lying = whole
      lying[place] = value
      #expect(problem(["m.gguf": lying]) != nil, "\(place - at)")
    }
    for count in 8..<24 {
      var lying = whole
      lying[count] = 0xFF
      #expect(problem(["m.gguf": lying]) != nil, "\(count)")
    }
    let heads = try swapped(whole, "llama.block_count", Array("llama.block_xxxxx".utf8))
    #expect(
      problem(["m.gguf": heads])
        == "the model has no llama.block_count in its settings: fetch or copy all of it again")
  }

  @Test func moreThanTheMemoryIsTold() throws {
    #expect(
      problem(["m.gguf": try gguf()], memory: 100)
        == "the model has 0.0 GB and this machine 0.0 GB of memory: take a smaller one, or one stored in "
        + "fewer bits")
  }

  private func folder(_ change: (String) -> String) throws -> [String: [UInt8]] {
    let parts = try Files.bytes(of: "\(Self.seeds)/safetensors/small")
      .split(separator: 0, maxSplits: 2)
    return [
      "config.json": Array(change(String(decoding: parts[0], as: UTF8.self)).utf8),
      "tokenizer.json": Array(parts[1]), "model.safetensors": Array(parts[2]),
    ]
  }

  @Test func aFolderIsReadAndItsTroubleTold() throws {
    #expect(problem(try folder { $0 }, nil) == nil)
    let cases: [(String, String, String)] = [
      ("\"llama\"", "\"bert\"", "the model is of the family bert"),
      ("\"hidden_size\": 8", "\"hidden_size\": 16", "asks for"),
      ("\"num_hidden_layers\": 1", "\"num_hidden_layers\": 1000000", "layers 1000000"),
      ("\"num_hidden_layers\": 1", "\"num_hidden_layers\": 900", "numbers"),
      ("\"num_attention_heads\": 2", "\"num_attention_heads\": 0", "0 heads"),
      ("\"vocab_size\": 16", "\"vocab_size\": -1", "vocabulary -1"),
      ("\"rope_theta\"", "\"rope_scaling\": {\"rope_type\": \"yarn\"}, \"rope_theta\"", "yarn"),
      ("}", "", "no JSON"),
    ]
    for (old, new, words) in cases {
      let message = try #require(
        problem(try folder { $0.replacing(old, with: new) }, nil), "\(new)")
      #expect(message.contains(words) || words == "asks for", "\(message)")
    }
    var files = try folder { $0 }
    files["model.safetensors"] = files["model.safetensors"].map { Array($0.dropLast(9)) }
    #expect(problem(files, nil)?.contains("it is cut") == true)
    files["model.safetensors"] = [1, 2, 3]
    #expect(problem(files, nil)?.contains("ends inside its length of the list: it is cut") == true)
    files["model.safetensors"] = nil
    #expect(
      problem(files, nil)
        == "the model has no model.safetensors beside its config.json: fetch or copy all of it again"
    )
  }

  /// Biases that no part of the decoder adds are not left out in silence.
  @Test(arguments: ["self_attn.o_proj", "mlp.up_proj", "mlp.gate_proj", "mlp.down_proj"])
  func aForeignBiasOfAFolderIsRefused(_ part: String) throws {
    // What is the way out becomes another tensor: the model is tied then.
    func files(_ name: String) throws -> [String: [UInt8]] {
      var files = try folder { $0 }
      let old = try #require(files["model.safetensors"])
      let length = old[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let list = String(decoding: old[8..<8 + length], as: UTF8.self)
        .replacing("\"lm_head.weight\"", with: "\"\(name)\"")
      let size = (0..<8).map { UInt8(list.utf8.count >> (8 * $0) & 0xFF) }
      files["model.safetensors"] = size + Array(list.utf8) + old[(8 + length)...]
      return files
    }
    let name = "model.layers.0.\(part).bias"
    #expect(problem(try files("model.layers.0.\(part).other"), nil) == nil)
    #expect(
      problem(try files(name), nil)
        == "the model's \(name) is a bias, which this program does not know; take another model")
  }

  @Test(arguments: ["attn_output", "ffn_up", "ffn_gate", "ffn_down"])
  func aForeignBiasOfAFileIsRefused(_ part: String) throws {
    let whole = try gguf()
    let old = [13, 0, 0, 0, 0, 0, 0, 0] + Array("output.weight".utf8)
    let at = try #require(whole.indices.first { whole[$0...].starts(with: old) })
    func changed(_ name: String) -> [UInt8] {
      var bytes = whole
      let new = [UInt8(name.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(name.utf8)
      bytes.replaceSubrange(at..<at + old.count, with: new)
      // One more setting, so that 32 bytes have come in all: numbers lie at multiples of that.
      let key = String(repeating: "x", count: 32 - (new.count - old.count) - 13)
      let setting = [UInt8(key.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(key.utf8)
      bytes.insert(contentsOf: setting + [7, 0, 0, 0, 1], at: 24)
      bytes[16] += 1
      return bytes
    }
    let name = "blk.0.\(part).bias"
    #expect(problem(["m.gguf": changed("blk.0.\(part).more")]) == nil)
    #expect(
      problem(["m.gguf": changed(name)])
        == "the model's \(name) is a bias, which this program does not know; take another model")
  }

  /// Llama 3's rule needs the context of the first training.
  @Test func aScalingWithoutItsContextIsRefused() throws {
    func scaled(_ more: String) throws -> String? {
      let scaling =
        #""rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "#
        + #""high_freq_factor": 4.0\#(more)}, "rope_theta""#
      return problem(try folder { $0.replacing(#""rope_theta""#, with: scaling) }, nil)
    }
    #expect(
      try scaled("")
        == "the model's rope_scaling is llama3, which this program does not know; take another model"
    )
    #expect(try scaled(#", "original_max_position_embeddings": 4"#) == nil)
  }

  /// Without a tokenizer, or with one of another kind, numbers can still be typed.
  @Test func withoutATokenizerItOpens() throws {
    var files = try folder { $0 }
    files["tokenizer.json"] = Array(#"{"model": {"type": "Unigram", "vocab": {}}}"#.utf8)
    let model = try DiskModel.open(nil, in: FilesInMemory(files: files), named: "m")
    #expect(
      model.tokenizerProblem
        == "the model's kind of tokenizer is Unigram, which this program does not know")
    #expect(model.tokenizer.tokens(of: "1 2") == [1, 2])
  }

  @Test func textsThatCannotBeReadAreTold() throws {
    let model = LookedModel.disk(try DiskFixture.open("llama-f32.gguf"))
    #expect(model.problem(of: [1, 2]) == nil)
    #expect(model.problem(of: []) == "it has no tokens: write more")
    #expect(
      model.problem(of: [1, 384]) == "there is no token 384: they have numbers from 0 to 383")
    #expect(
      model.problem(of: Array(repeating: 1, count: 65))
        == "65 tokens, and the model reads 64: make it shorter")
  }

  /// A token that is no text, a long word and a long text take no time.
  @Test func longTextsAreMerged() throws {
    let tokenizer = try DiskFixture.open("llama-f32.gguf").tokenizer
    let text = String(repeating: "the cat sat on the mat ", count: 2_000)
    let tokens = tokenizer.tokens(of: text)
    #expect(tokens.count > 4_000)
    #expect(tokens.allSatisfy { $0 >= 0 })
  }
}
