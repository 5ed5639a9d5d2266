import Basics
import Inside
import TestSupport
import Testing

/// The models that `Tests/Fixtures/disk/make_disk.py` had other libraries write.
enum DiskModels {
  private struct Folder: ModelFolder {
    let path: String
    var memory: Int { 1 << 40 }

    func has(_ name: String) -> Bool { Files.names(in: path).contains(name) }
    func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
      do { return MappedBytes(try Files.bytes(of: "\(path)/\(name)")) } catch {
        throw .unreadable(name, "it is not there")
      }
    }
  }

  /// Puts one in the list of those that the command line opened.
  static func open(_ name: String) {
    let all = "\(Files.tests)/Fixtures/disk"
    do {
      let model =
        name.contains(".")
        ? try DiskModel.open(name, in: Folder(path: all), named: name)
        : try DiskModel.open(nil, in: Folder(path: "\(all)/\(name)"), named: name)
      OpenedModels.open(name, .disk(model))
    } catch { Issue.record("\(name): \(error.message)") }
  }
}
