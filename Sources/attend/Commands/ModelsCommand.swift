import Basics
import Inside
import JSONText
import Lab
import Models
import Notes
import Storage

/// `attend models`: what lies in the folders that other programs keep models in. Nothing is fetched.
struct ModelsCommand {
  /// A model that was found.
  struct Found {
    let path: Path
    let name: String
    let outcome: Result<LookedModel, DiskProblem>
    let bytes: Int
  }

  private let environment: [String: String]

  init(environment: [String: String]) { self.environment = environment }

  static func run(
    _ invocation: Invocation, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let command = ModelsCommand(environment: environment)
    let folders =
      invocation.operands.isEmpty ? command.folders : invocation.operands.map { Path($0) }
    for folder in folders where !invocation.operands.isEmpty && !Mapping.isFolder(folder) {
      throw ReadProblem("\(folder) is not a folder")
    }
    var finder = ModelFinder()
    let found = finder.models(in: folders).map { command.found($0.path, $0.name) }
    if invocation.has("json") { return Output.write(Output.json(json(found))) ? 0 : 1 }
    var lines = lines(found)
    if found.isEmpty {
      lines = ["There are no models in"] + folders.map { "  \($0)" }
      lines += ["attend model opens the one inside the program, attend model PATH any other."]
    }
    if let remark = finder.remark { lines.append("Note: " + remark) }
    return Output.write(lines: lines, ascii: invocation.has("ascii")) ? 0 : 1
  }

  // MARK: Folders

  /// Where other programs keep theirs.
  var folders: [Path] {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? Path($0) : nil }
    func named(_ variable: String, _ below: String = "") -> Path? {
      environment[variable].flatMap { $0.hasPrefix("/") ? Path($0) : nil }
        .map { below.isEmpty ? $0 : $0.appending(below) }
    }
    func own(_ path: String) -> Path? { home?.appending(path) }
    return [
      named("HF_HUB_CACHE") ?? named("HF_HOME", "hub") ?? named("XDG_CACHE_HOME", "huggingface/hub")
        ?? own(".cache/huggingface/hub"),
      named("LLAMA_CACHE") ?? own(".cache/llama.cpp"),
      named("OLLAMA_MODELS") ?? own(".ollama/models"), own(".lmstudio/models"), own("models"),
    ].compactMap(\.self)
  }

  private func found(_ path: Path, _ name: String) -> Found {
    let outcome = Result { () throws(DiskProblem) in try ModelFiles.open(path, readsTokens: false) }
    let bytes: Int
    if case .success(.disk(let model)) = outcome {
      bytes = model.fileBytes
    } else {
      bytes = Mapping.isFolder(path) ? 0 : Mapping.size(of: path)
    }
    return Found(path: path, name: name, outcome: outcome, bytes: bytes)
  }

  // MARK: Telling

  static func size(_ bytes: Int) -> String {
    bytes >= 1_000_000_000
      ? "\(LabText.decimals(Double(bytes) / 1e9, 1)) GB"
      : bytes >= 1_000_000
        ? "\(LabText.decimals(Double(bytes) / 1e6, 1)) MB" : "\((bytes + 999) / 1_000) kB"
  }

  private static func lines(_ found: [Found]) -> [String] {
    found.flatMap { one -> [String] in
      switch one.outcome {
      case .success(let model):
        var words = [model.family, "\(LabText.grouped(model.parameterCount)) parameters"]
        if case .disk(let disk) = model {
          words.append(disk.types.map(\.rawValue).joined(separator: ", "))
          if disk.tokenizerProblem != nil { words.append("no tokenizer") }
        }
        return [
          "\(one.name): \((words + [size(one.bytes)]).joined(separator: ", "))", "  \(one.path)",
        ]
      case .failure(let problem):
        return [ModelFiles.words(problem, of: one.name), "  \(one.path)"]
      }
    }
  }

  private static func json(_ found: [Found]) -> JSON {
    [
      "models": .array(
        found.map { one in
          var members: [JSON.Member] = [
            .init("name", .string(one.name)), .init("path", .string(one.path.text)),
            .init("bytes", .integer(one.bytes)),
          ]
          switch one.outcome {
          case .success(let model):
            members += [
              .init("family", .string(model.family)),
              .init("parameters", .integer(model.parameterCount)),
            ]
            if case .disk(let disk) = model {
              members.append(
                .init("types", .array(disk.types.map { .string($0.rawValue) })))
            }
            members.append(.init("problem", .null))
          case .failure(let problem): members.append(.init("problem", .string(problem.message)))
          }
          return .object(members)
        })
    ]
  }
}
