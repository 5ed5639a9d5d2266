import Models

/// Why a model on disk cannot be opened.
package enum DiskProblem: Error, Equatable, Sendable {
  /// What lies there is none of the formats.
  case noModel(String)
  /// A folder with none of them in it.
  case noModelInside(String)
  case empty(String)
  /// What should be JSON is none, with the reason.
  case noJSON(String, String)
  /// Not there, or not to be read, with the reason.
  case unreadable(String, String)
  /// A file ends inside that part.
  case cut(String, in: String)
  /// A part says something that cannot be.
  case impossible(String, String)
  case family(String)
  case type(String, of: String)
  /// A setting of the model that this program does not know.
  case setting(String, String)
  case missing(String)
  case shape(String, String, wanted: String)
  case tooLarge(bytes: Int, memory: Int)
  /// A file lost bytes while it was open.
  case shortened(String)

  package var message: String {
    guard let remedy else { return what }
    return what + remedy
  }

  /// What is wrong, and where.
  package var what: String {
    switch self {
    case .noModel(let name): "\(name) is no model that this program opens"
    case .noModelInside(let name): "\(name) holds no model that this program opens"
    case .empty(let name): "\(name) is empty"
    case .noJSON(let name, let reason): "\(name) is no JSON: \(reason)"
    case .unreadable(let name, let reason): "\(name) cannot be read: \(reason)"
    case .cut(let part, let file): "\(file) ends inside its \(part): it is cut"
    case .impossible(let what, let part): "\(part) says \(what), which cannot be"
    case .family(let name): "the model is of the family \(name)"
    case .type(let type, let tensor): "\(tensor) is stored as \(type)"
    case .setting(let name, let value):
      "the model's \(name) is \(value), which this program does not know"
    case .missing(let part): "the model has no \(part)"
    case .shape(let part, let found, let wanted):
      "\(part) is \(found), and the model's sizes ask for \(wanted)"
    case .tooLarge(let bytes, let memory):
      "the model has \(Self.gigabytes(bytes)) GB and this machine \(Self.gigabytes(memory)) GB of memory"
    case .shortened(let name):
      "\(name) was shortened while it was open, and its numbers are gone"
    }
  }

  /// What to do about it; nil where the reason says so.
  private var remedy: String? {
    switch self {
    case .noModel, .noModelInside:
      ": it opens files of GGUF (.gguf), folders with config.json and model.safetensors, llama2.c's .bin "
        + "beside a tokenizer.bin, and its own files"
    case .empty: ": fetch or copy it again"
    case .cut, .noJSON: ", so fetch or copy it again"
    case .unreadable: nil
    case .impossible: ": the file is damaged, or was written otherwise; fetch or copy it again"
    case .family:
      "; those that can be opened are "
        + ModelFamily.allCases.map(\.rawValue).joined(separator: ", ")
    case .type:
      "; what can be read is " + StoredType.allCases.map(\.rawValue).joined(separator: ", ")
    case .setting: "; take another model"
    case .missing: ": fetch or copy all of it again"
    case .shape: ": its files are damaged, or not all of one model; fetch or copy them again"
    case .tooLarge: ": take a smaller one, or one stored in fewer bits"
    case .shortened: ": open it again once it is whole"
    }
  }

  /// What the message names first; nil where it begins otherwise.
  package var named: String? {
    switch self {
    case .noModel(let name), .noModelInside(let name), .empty(let name), .noJSON(let name, _),
      .unreadable(let name, _), .cut(_, in: let name),
      .impossible(_, let name), .shortened(let name):
      name
    case .family, .type, .setting, .missing, .shape, .tooLarge: nil
    }
  }

  private static func gigabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The kinds of decoder that can be opened.
package enum ModelFamily: String, CaseIterable, Equatable, Sendable {
  case llama, qwen2, qwen3, gpt2
}
