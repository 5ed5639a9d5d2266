import Basics
import Inside
import JSONText
import Models
import Notes
import Synchronization
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// A model that others made, on the same screen.
@Suite struct DiskWidgetTests {
  /// The models that another library wrote.
  private struct Folder: ModelFolder {
    let path: String
    /// As if it was not there.
    var hidden: String?
    var memory: Int { 1 << 40 }

    init(path: String) { self.path = path }

    func has(_ name: String) -> Bool { name != hidden && Files.names(in: path).contains(name) }
    func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
      do { return MappedBytes(try Files.bytes(of: "\(path)/\(name)")) } catch {
        throw .unreadable(name, "it is not there")
      }
    }
  }

  private static let folder = "\(Files.tests)/Fixtures/disk"

  private func opened(
    _ name: String, _ inputs: [String: String] = [:]
  ) throws -> any WidgetPanel {
    let model =
      name.contains(".")
      ? try DiskModel.open(name, in: Folder(path: Self.folder), named: name)
      : try DiskModel.open(nil, in: Folder(path: "\(Self.folder)/\(name)"), named: name)
    OpenedModels.open(name, .disk(model))
    var all = InsideWidget.example
    all["file"] = name
    all["text"] = "The cat sat on the mat"
    for (key, value) in inputs { all[key] = value }
    return try InsideWidget.opened(all)
  }

  @Test func noCopyOfItLearnsNotes() throws {
    var panel = try opened("llama-q4_k.gguf")
    panel.finish()
    let said = panel.press(.character("l"))
    #expect("\(said)".contains("trains a copy of the model inside, and no other"), "\(said)")
  }

  @Test(arguments: ["safetensors-gpt2", "qwen3-f16.gguf", "llama-q4_k.gguf", "llama-c.bin"])
  func everyPageOpens(_ name: String) throws {
    for page in InsidePage.allCases {
      var panel = try opened(name, ["show": page.rawValue])
      // Nothing is read yet, and it is drawn all the same.
      for (columns, rows) in [(0, 0), (1, 1), (39, 8), (79, 20), (118, 36)] {
        #expect(panel.canvas(columns, rows).text.count == rows)
      }
      if page != .answers { #expect(panel.text.contains("The model reads the text")) }
      panel.press(.character("g"), .enter, .character("o"), .character("i"), .tab, .down, .left)
      panel.finish()
      #expect(!panel.text.contains("The model reads the text"))
      for (columns, rows) in [(1, 1), (39, 8), (79, 20), (118, 36)] {
        #expect(panel.canvas(columns, rows).text.count == rows)
      }
      let isTold = [.units, .answers, .evidence].contains(page)
      #expect(panel.text.contains("has none") == isTold, "\(page)")
    }
  }

  /// The screen says what a look in one go says.
  @Test func theSlicesAreTheLook() throws {
    var panel = try opened("llama-f32.gguf", ["off": "L1H2", "head": "L1H3"])
    panel.finish()
    // Seen without a guess.
    panel.press(.character(" "))
    let widget = try #require((panel as? Panel<InsideWidget>)?.widget)
    let look = Look(widget.tokens, in: widget.decoder, off: widget.parameters.off)
    let last = widget.tokens.count - 1
    for (one, other) in zip(widget.look.next(after: last, top: 5), look.next(after: last, top: 5)) {
      #expect(one.token == other.token && abs(one.probability - other.probability) < 1e-6)
    }
    #expect(widget.hasLens && widget.whole != nil)
    for layer in 0..<2 {
      #expect(
        widget.look.lens(layer: layer, after: last, top: 3).map(\.token)
          == look.lens(layer: layer, after: last, top: 3).map(\.token))
    }
    #expect(panel.text.contains("with everything on"))
    #expect(panel.text.contains("tiny llama, llama in GGUF, F32"))
  }

  @Test func partsAreSwitchedOffInSlices() throws {
    var panel = try opened("llama-f32.gguf", ["show": "without"])
    panel.finish()
    let widget = try #require((panel as? Panel<InsideWidget>)?.widget)
    let ablation = try #require(widget.record.study as? Ablation)
    let own = Ablation(Look(widget.tokens, in: widget.decoder), at: widget.tokens.count - 1)
      .completed
    #expect(ablation.outcomes.count == 10)
    for (one, other) in zip(ablation.outcomes, own.outcomes) {
      #expect(one.component == other.component)
      #expect(abs(one.probability - other.probability) < 1e-6)
    }
  }

  @Test func aSecondTextIsPatchedFrom() throws {
    var panel = try opened(
      "safetensors-gpt2", ["show": "patch", "second": "The cat sat on the dog"])
    panel.finish()
    let text = panel.text
    #expect(text.contains("how much of") || text.contains("as many"), "\(text)")
  }

  /// Without a tokenizer numbers are typed, and not each is a token's: those of the second text neither.
  @Test func aSecondTextOfForeignTokensIsRefused() throws {
    var files = Folder(path: "\(Self.folder)/safetensors-llama")
    files.hidden = "tokenizer.json"
    let model = try DiskModel.open(nil, in: files, named: "numbers")
    #expect(model.tokenizerProblem != nil)
    OpenedModels.open("numbers", .disk(model))
    func opened(_ second: String) throws -> any WidgetPanel {
      var all = InsideWidget.example
      (all["file"], all["show"], all["text"]) = ("numbers", "patch", "1 2 3")
      all["second"] = second
      return try InsideWidget.opened(all)
    }
    for second in ["1 2 384", "1 2 999999", "1 2 -5", "1 2 99999999999"] {
      let problem = #expect(throws: Diagnostic.self, "\(second)") { _ = try opened(second) }
      let token = second.split(separator: " ")[2]
      #expect(
        problem?.advice.contains("there is no token \(token): they have numbers from 0 to 383")
          == true)
    }
    for second in ["1 2 383", "1 999999"] {
      var panel = try opened(second)
      panel.finish()
    }
  }

  @Test func tokensAreDrawn() throws {
    var panel = try opened("qwen2-f16.gguf", ["show": "sample", "temperature": "1"])
    panel.finish()
    // Once the likeliest is shown.
    panel.press(.character(" "), .character(">"))
    #expect(panel.inputs["said"] != nil)
    panel.finish()
    panel.press(.character("<"))
    #expect(panel.inputs["said"] == nil)
  }

  @Test func whatItHasNotIsTold() throws {
    var panel = try opened("llama-f32.gguf")
    panel.finish()
    #expect(panel.press(.character("m")).description.contains("one model over these weights"))
    #expect(throws: Diagnostic.self) { _ = try opened("llama-f32.gguf", ["adapter": "prefer"]) }
    #expect(throws: Diagnostic.self) { _ = try opened("llama-f32.gguf", ["off": "L2H0"]) }
    var inputs = InsideWidget.example
    inputs["file"] = "/nowhere.gguf"
    #expect(throws: Diagnostic.self) { _ = try InsideWidget.opened(inputs) }
  }

  /// All places are read, not the last alone.
  @Test func theMapIsWhatTheHeadsLookAt() throws {
    var panel = try opened("safetensors-llama", ["show": "map", "head": "L1H3"])
    panel.finish()
    let widget = try #require((panel as? Panel<InsideWidget>)?.widget)
    let look = Look(widget.tokens, in: widget.decoder)
    for place in widget.tokens.indices {
      #expect(
        widget.look.weights(layer: 1, head: 3, from: place)
          == look.weights(layer: 1, head: 3, from: place))
    }
  }

  /// A folder whose files lose bytes when they are told to.
  private struct Losing: ModelFolder {
    final class Loss: Sendable { let has = Atomic(false) }
    let loss = Loss()
    var memory: Int { 1 << 40 }

    func has(_ name: String) -> Bool { false }
    func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
      guard let bytes = try? Files.bytes(of: "\(DiskWidgetTests.folder)/\(name)") else {
        throw .unreadable(name, "it is not there")
      }
      let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 64)
      memory.copyMemory(from: bytes, byteCount: bytes.count)
      return MappedBytes(memory, count: bytes.count) { [loss] in
        !loss.has.load(ordering: .relaxed)
      } release: {
        start, _ in
        start.deallocate()
      }
    }
  }

  @Test func aFileThatIsShortenedIsTold() throws {
    for page in InsidePage.allCases {
      let folder = Losing()
      let name = "losing \(page)"
      let model = try DiskModel.open("llama-f32.gguf", in: folder, named: "llama-f32.gguf")
      OpenedModels.open(name, .disk(model))
      var inputs = InsideWidget.example
      (inputs["file"], inputs["text"], inputs["show"]) = (name, "The cat sat", page.rawValue)
      // Before it has read, and after.
      for hasRead in [false, true] {
        folder.loss.has.store(false, ordering: .relaxed)
        var panel = try InsideWidget.opened(inputs)
        if hasRead { panel.finish() }
        #expect(!panel.text.contains("shortened"))
        folder.loss.has.store(true, ordering: .relaxed)
        #expect(!panel.isWorking)
        #expect(model.problem?.message.hasPrefix("tiny llama was shortened") == true)
        #expect(panel.text.contains("was shortened while it was open"), "\(panel.text)")
        let effects = panel.press(.left)
        #expect("\(effects)".contains("was shortened while it was open"), "\(effects)")
        // Nothing opens with numbers of zeros, and none are written.
        for key in [Key.enter, .character("i"), .character("O")] {
          let said = panel.press(key)
          #expect(said.count == 1, "\(said)")
          #expect("\(said)".contains("was shortened while it was open"), "\(said)")
        }
        let widget = try #require((panel as? Panel<InsideWidget>)?.widget)
        #expect(widget.resultsJSON == .object([]))
        #expect(widget.script.hasPrefix("# tiny llama was shortened"))
        #expect(widget.script.split(separator: "\n").count == 1)
        for (columns, rows) in [(0, 0), (1, 1), (39, 8), (79, 20)] {
          #expect(panel.canvas(columns, rows).text.count == rows)
        }
        #expect(panel.press(.character("q")) == [.back])
      }
      #expect(throws: Diagnostic.self) { _ = try InsideWidget.opened(inputs) }
      #expect(throws: DiskProblem.self) {
        _ = try DiskModel.open("llama-f32.gguf", in: folder, named: "a")
      }
    }
  }
}
