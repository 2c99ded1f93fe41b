"""What it takes to run Jena: the jars of Debian and Ubuntu, or of a distribution of its own."""

import os
import zipfile

# Where Debian and Ubuntu put the jars of libapache-jena-java and of what it needs.
SYSTEM_JARS = "/usr/share/java"
# What Jena needs to read N-Triples and to answer queries. The folder holds far more, among it what
# would be logged to, and most jars twice, with their version and without.
NEEDED = (
    "jena-arq", "jena-core", "jena-base", "jena-iri", "slf4j-api", "slf4j-nop", "commons-io",
    "commons-lang3", "commons-csv", "commons-codec", "commons-compress", "commons-cli", "thrift",
    "protobuf", "gson", "guava", "jsonld-java", "titanium-json-ld", "jackson-core",
    "jackson-databind", "jackson-annotations", "httpclient", "httpcore", "dexx.collection",
    "xercesImpl", "xml-apis-1.4.01")
# Debian's jar holds messages of Xerces where the classes in it do not look for them.
MOVED = "org/apache/jena/ext/"


def is_there(jars):
    """Whether the folder holds Jena, in whatever version."""
    return os.path.isdir(jars) and any(
        name.startswith("jena-arq") and name.endswith(".jar") for name in os.listdir(jars))


def class_path(jars, folder):
    """What java has to look in, joined.

    jars is a folder that holds Jena; folder is where files that java needs besides may be put.
    """
    core = os.path.join(jars, "jena-core.jar")
    if not os.path.exists(core):
        return os.path.join(jars, "*")
    messages = os.path.join(folder, "jena-messages")
    with zipfile.ZipFile(core) as archive:
        for name in archive.namelist():
            if name.startswith(MOVED) and name.endswith(".properties"):
                path = os.path.join(messages, *name.removeprefix(MOVED).split("/"))
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(archive.read(name))
    paths = [os.path.join(jars, name + ".jar") for name in NEEDED]
    return os.pathsep.join([messages, *filter(os.path.exists, paths)])


def command(jars, folder, source):
    """The command that answers queries by the Java program of a file."""
    return ["java", "-Xmx6g", "-cp", class_path(jars, folder), source]
