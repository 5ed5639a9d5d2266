import Basics
import Inside
import Notes
import Storage

/// A folder on disk as models are read from it.
struct DiskFolder: ModelFolder {
  let path: Path

  var memory: Int { Mapping.memory }

  func has(_ name: String) -> Bool { Mapping.isFile(path.appending(name)) }

  func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
    let file = path.appending(name)
    do throws(StorageProblem) { return try Mapping.map(file) } catch {
      // It names the file already.
      guard case .unreadable(_, let reason) = error else { throw .unreadable(name, error.message) }
      if Mapping.isFile(file), Mapping.size(of: file) == 0 { throw .empty(name) }
      let remedy =
        !Mapping.isThere(file)
        ? "check the path; attend models lists what lies in the usual folders"
        : Mapping.isFile(file)
          ? "check that it is yours to read" : "give the path of a file, or of a model's folder"
      throw .unreadable(name, "\(reason); \(remedy)")
    }
  }
}

/// Models on disk, found by a path.
enum ModelFiles {
  /// Opens the model at a path: a file, a folder with one, or a folder of the Hugging Face cache.
  static func open(_ text: String) throws(ReadProblem) -> LookedModel {
    guard !text.isEmpty else {
      throw ReadProblem(
        "an empty path names no model; leave it out for the one inside", isUsage: true)
    }
    let path = Path(text)
    do throws(DiskProblem) { return try open(path) } catch {
      throw ReadProblem(words(error, of: text))
    }
  }

  /// What is said of a model that cannot be opened: what the message names first is not named twice.
  static func words(_ problem: DiskProblem, of text: String) -> String {
    // Its path in the place of its name.
    guard let named = problem.named, named == Path(text).name.text else {
      return "\(text): \(problem.message)"
    }
    return text + problem.message.dropFirst(named.count)
  }

  static func open(_ path: Path, readsTokens: Bool = true) throws(DiskProblem) -> LookedModel {
    guard Mapping.isFolder(path) else {
      let folder = DiskFolder(path: path.parent ?? Path("."))
      let name = path.name.text
      if let own = try own(folder, name) { return .own(own) }
      return .disk(try DiskModel.open(name, in: folder, named: name, readsTokens: readsTokens))
    }
    let name = path.name.text
    if DiskFolder(path: path).has("config.json") {
      return .disk(
        try DiskModel.open(nil, in: DiskFolder(path: path), named: name, readsTokens: readsTokens))
    }
    if let snapshot = snapshot(of: path) {
      return .disk(
        try DiskModel.open(
          nil, in: DiskFolder(path: snapshot), named: repository(name) ?? name,
          readsTokens: readsTokens))
    }
    // What `attend models` lists there.
    var finder = ModelFinder()
    let found = finder.models(in: path)
    guard found.count < 2 else {
      throw .unreadable(
        name, "it holds \(found.count) models: name one of them, such as \(found[0].path)")
    }
    guard let only = found.first, only.path != path else {
      if DiskFolder(path: path).has("model.safetensors") {
        throw .missing("config.json beside its model.safetensors")
      }
      if let remark = finder.remark { throw .unreadable(name, remark) }
      throw .noModelInside(name)
    }
    return try open(only.path, readsTokens: readsTokens)
  }

  /// One of this project's own files; nil where it begins otherwise.
  private static func own(
    _ folder: DiskFolder, _ name: String
  ) throws(DiskProblem) -> ModelFile? {
    let bytes = try folder.bytes(of: name)
    do throws(ModelFileProblem) {
      var file = try bytes.withBytes { (bytes) throws(ModelFileProblem) in try ModelFile(bytes) }
      file.name = name
      return file
    } catch {
      if error == .otherFormat { return nil }
      if case .cut("first bytes") = error { return nil }
      throw .unreadable(name, error.message)
    }
  }

  /// Whether it begins as this project's own files do, or as those of GGUF.
  static func beginsAsModel(_ path: Path) -> Bool {
    guard Mapping.isFile(path) else { return false }
    let head = Mapping.head(of: path, count: ModelFile.magic.count)
    return head == ModelFile.magic || head.starts(with: DiskModel.magic)
  }

  /// Whether it is one of llama2.c's: as long as the sizes at its beginning ask for.
  static func isLlamaC(_ path: Path) -> Bool {
    guard Mapping.isFile(path), let bytes = try? Mapping.map(path) else { return false }
    return DiskModel.isLlamaC(bytes)
  }

  /// The newest state of a folder of the Hugging Face cache, `models--ORG--NAME`; nil of any other.
  static func snapshot(of path: Path) -> Path? {
    let all = path.appending("snapshots")
    let main = path.appending("refs").appending("main")
    var names = Mapping.names(in: all).filter {
      DiskFolder(path: all.appending($0.text)).has("config.json")
    }
    // What `main` names comes first.
    if let bytes = try? Mapping.map(main) {
      let named = bytes.withBytes { String(decoding: $0, as: UTF8.self).trimmed }
      names.sort { one, other in one.text == named && other.text != named }
    }
    return names.first.map { all.appending($0.text) }
  }

  /// `ORG/NAME` of `models--ORG--NAME`.
  static func repository(_ name: String) -> String? {
    guard name.hasPrefix("models--") else { return nil }
    return String(name.dropFirst("models--".count)).replacing("--", with: "/")
  }
}
