import Basics
import JSONText
import Models

/// A file of safetensors: the length of its list, the list as JSON, then the numbers.
struct SafetensorsFile {
  private(set) var tensors: [String: Tensor] = [:]
  /// Tensors of types that cannot be read, told where they are needed.
  private(set) var foreign: [String: String] = [:]

  init(_ owner: MappedBytes, name: String) throws(DiskProblem) {
    var reader = DiskReader(owner, file: name)
    let said = try reader.integer("length of the list", as: UInt64.self)
    guard said <= 100_000_000 else { throw .impossible("\(said) bytes of the list", name) }
    let length = Int(said)
    let start = try reader.skip(length, "list of tensors")
    let list: JSON
    do throws(JSONProblem) {
      list = try JSON.parse(utf8: owner.copy(start..<start + length))
    } catch { throw .impossible("a list that is no JSON: \(error.message)", name) }
    guard case .object(let members) = list else {
      throw .impossible("a list that is no object", name)
    }
    for member in members where member.name != "__metadata__" {
      let value = member.value
      guard let kind = value["dtype"]?.string, let sizes = value["shape"]?.array?.map(\.int),
        let ends = value["data_offsets"]?.array?.compactMap(\.int), ends.count == 2
      else { throw .impossible("an entry that is not whole", member.name) }
      guard let type = Self.types[kind] else {
        foreign[member.name] = kind
        continue
      }
      let known = sizes.compactMap(\.self)
      guard known.count == sizes.count, known.count <= 4, known.allSatisfy({ $0 >= 0 }) else {
        throw .impossible("a size", member.name)
      }
      guard ends[0] >= 0, ends[0] <= ends[1], ends[1] <= reader.left else {
        throw .cut(member.name, in: name)
      }
      guard !known.contains(0),
        GGUFFile.byteCount(known.isEmpty ? [1] : known, type)
          == ends[1] - ends[0]
      else { throw .impossible("\(ends[1] - ends[0]) bytes of \(kind)", member.name) }
      let at = reader.place + ends[0]
      tensors[member.name] = Tensor(
        name: member.name, owner: owner, offset: at, type: type, sizes: known)
    }
    try refuseOverlaps(tensors.values, in: name)
  }

  private static let types: [String: StoredType] = ["F32": .f32, "F16": .f16, "BF16": .bf16]
}
