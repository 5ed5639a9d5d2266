import Foundation
import PackagePlugin

/// Builds the Markdown of `Content/` into the `Content` target: each file is an input, so that a
/// new, changed or removed note is picked up by the next build.
@main
struct EmbedContentPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Content")
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }
      .sorted { $0.path < $1.path }
    let out = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Build the course into the program",
        executable: try context.tool(named: "EmbedContent").url,
        arguments: [out.path] + files.map(\.path), inputFiles: files, outputFiles: [out])
    ]
  }
}
