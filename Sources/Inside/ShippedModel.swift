import CInside
import Models

/// The model that is built into the program. It is read when it is first asked for, and then kept.
package enum ShippedModel {
  package static let file: Result<ModelFile, ModelFileProblem> = Result {
    () throws(ModelFileProblem) in try ModelFile(bytes)
  }

  /// The file as it was written.
  package static var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: inside_model(), count: inside_model_size())
  }
}
