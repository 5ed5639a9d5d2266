import Basics
import Inside
import JSONText
import Notes
import Storage

/// Finds the models that lie in folders: what `attend models` lists, `attend model FOLDER` opens.
struct ModelFinder {
  typealias Place = (path: Path, name: String)

  private static let deepest = 6
  private static let most = 2_000
  /// Files and folders that are looked at: a whole disk would take minutes.
  private static let widest = 20_000
  /// The folders that were looked through.
  private var seen: Set<Path> = []
  private var looked = 0
  /// What to say where not all was looked at; nil where all was.
  var remark: String? {
    looked <= Self.widest
      ? nil
      : "only the first \(Self.widest / 1000),000 files and folders were looked at: name a folder that "
        + "holds fewer"
  }

  /// The models in the folders and those below them, each folder once.
  mutating func models(in folders: [Path]) -> [Place] {
    // Each is looked through from its own top: where another leads to it, it may lie too deep.
    let roots = folders.filter { seen.insert(NoteFiles.absolute($0)).inserted }
    return roots.flatMap { below($0) }
  }

  /// Those in one folder.
  mutating func models(in folder: Path) -> [Place] { models(in: [folder]) }

  private mutating func below(_ folder: Path) -> [Place] {
    if Mapping.isFolder(folder.appending("manifests")) { return ollama(folder) }
    var places: [Place] = []
    walk(folder, depth: 0, into: &places)
    return places
  }

  private mutating func walk(_ folder: Path, depth: Int, into places: inout [Place]) {
    // A folder that was met already is a loop of links, or one that several lead to.
    guard depth < Self.deepest, places.count < Self.most,
      depth == 0 || seen.insert(NoteFiles.absolute(folder)).inserted
    else { return }
    if let snapshot = ModelFiles.snapshot(of: folder) {
      let name = ModelFiles.repository(folder.name.text) ?? snapshot.name.text
      places.append((folder, name))
      return
    }
    if DiskFolder(path: folder).has("config.json") {
      places.append((folder, folder.name.text))
      return
    }
    let names = Mapping.names(in: folder)
    let hasTokens = names.contains { $0.text == "tokenizer.bin" }
    for name in names where !name.text.hasPrefix(".") {
      looked += 1
      guard looked <= Self.widest else { return }
      let path = folder.appending(name.text)
      if Mapping.isFolder(path) {
        walk(path, depth: depth + 1, into: &places)
      } else if isModel(path, named: name.text, besideTokens: hasTokens) {
        places.append((path, name.text))
      }
    }
  }

  /// By its name, so that one that is cut is told of too, or by what it begins with.
  private func isModel(_ path: Path, named name: String, besideTokens: Bool) -> Bool {
    if name.hasSuffix(".bin") {
      return name != "tokenizer.bin" && (besideTokens || ModelFiles.isLlamaC(path))
    }
    return name.hasSuffix(".gguf") || ModelFiles.beginsAsModel(path)
  }

  /// Ollama names the file of each model in a manifest.
  private mutating func ollama(_ folder: Path) -> [Place] {
    var manifests: [Place] = []
    func walk(_ path: Path, _ names: [String]) {
      guard names.count <= Self.deepest,
        names.isEmpty || seen.insert(NoteFiles.absolute(path)).inserted
      else { return }
      for name in Mapping.names(in: path) {
        looked += 1
        guard looked <= Self.widest else { return }
        let below = path.appending(name.text)
        if Mapping.isFolder(below) {
          walk(below, names + [name.text])
        } else if let last = names.last {
          manifests.append((below, "\(last):\(name.text)"))
        }
      }
    }
    walk(folder.appending("manifests"), [])
    return manifests.compactMap { path, name in
      guard let bytes = try? Mapping.map(path),
        let json = try? bytes.withBytes({ (bytes) throws(JSONProblem) in
          try JSON.parse(utf8: Array(bytes))
        }),
        let layer = json["layers"]?.array?.first(where: {
          $0["mediaType"]?.string == "application/vnd.ollama.image.model"
        }), let digest = layer["digest"]?.string, !digest.contains("/")
      else { return nil }
      return (folder.appending("blobs").appending(digest.replacing(":", with: "-")), name)
    }
  }
}
