namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes all parameters and buffers to a file, in TorchSharp's format.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using FileStream stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes all parameters and buffers to a stream, which stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes all parameters and buffers.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes named tensors in the format of <see cref="save(BinaryWriter, IList{string})"/>.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) =>
                StateFormat.Write(writer, sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToArray());

            /// <summary>Reads what <see cref="save(string, IList{string})"/> wrote into the parameters and buffers.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether a name that only one side has is an error.</param>
            /// <param name="skip">Names whose values are left as they are.</param>
            /// <param name="loadedParameters">Receives each of the module's names with whether it was loaded.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">Names, shapes or element types differ.</exception>
            /// <exception cref="InvalidDataException">The file is cut off or in another format.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException($"There is no saved module '{location}'", location);
                }
                using FileStream stream = File.OpenRead(location);
                try
                {
                    return load(stream, strict, skip, loadedParameters);
                }
                catch (InvalidDataException error)
                {
                    throw new InvalidDataException($"'{location}': {error.Message}", error);
                }
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using BinaryReader reader = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                skip ??= [];
                using DisposeScope scope = NewDisposeScope();
                Dictionary<string, Tensor> loaded = StateFormat.Read(reader);
                Dictionary<string, Tensor> own = state_dict();
                if (strict)
                {
                    (List<string> missing, List<string> unexpected) = StateComparison.Compare(own.Keys, loaded.Keys, skip);
                    StateComparison.ThrowIfAny(GetType().Name, missing, unexpected, message => new ArgumentException(message));
                }
                load_state_dict(loaded, strict: false, skip);
                if (loadedParameters is not null)
                {
                    foreach (string key in own.Keys)
                    {
                        loadedParameters[key] = loaded.ContainsKey(key) && !skip.Contains(key);
                    }
                }
                return this;
            }

            /// <summary>Makes a module with its parameterless constructor and loads a file into it.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);
        }
    }
}
